package dev.kith.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the demo data: a mail archive, a git repository, and a table of the owners of all
 * accounts.
 */
public final class Demo {
  /** The default seed. */
  public static final long SEED = 1;

  /** Address of the viewer, a person who knows some of the others well and some not at all. */
  public static final String SELF = "ann@example.org";

  private static final String MBOX = "town.mbox";
  private static final String REPOSITORY = "town.git";
  private static final String WHO_IS_WHO = "who-is-who.csv";
  private static final String USAGE = "usage: demo OUTDIR [--seed N] [--until YYYY-MM-DD]";

  private Demo() {}

  /**
   * The files that were written, and how much they hold.
   *
   * @param mbox the mail archive
   * @param repository the git repository
   * @param accountTruth the owners of the accounts in both, also written to {@code who-is-who.csv}
   * @param mails number of mails in the archive
   * @param commits number of commits in the repository
   */
  public record Written(
      Path mbox, Path repository, AccountTruth accountTruth, int mails, int commits) {}

  /** Returns whether a folder holds the demo data. */
  public static boolean isWritten(Path folder) {
    return Files.exists(folder.resolve(MBOX)) && Files.exists(folder.resolve(REPOSITORY));
  }

  /** Returns the paths to read, by the option of {@code kith up} that takes them. */
  public static Map<String, List<String>> inputs(Path folder) {
    return Map.of(
        "git", List.of(folder.resolve(REPOSITORY).toString()),
        "mbox", List.of(folder.resolve(MBOX).toString()));
  }

  /**
   * Writes {@code town.mbox}, {@code town.git} and {@code who-is-who.csv}; the same seed and day
   * give the same bytes and the same commits.
   *
   * @param folder created if it does not exist; must not contain demo data
   * @param until the day after the last mail
   */
  public static Written write(Path folder, long seed, LocalDate until) throws IOException {
    Path mbox = folder.resolve(MBOX);
    Path repository = folder.resolve(REPOSITORY);
    for (Path path : List.of(mbox, repository)) {
      if (Files.exists(path)) {
        throw new FileAlreadyExistsException(path.toString());
      }
    }
    DemoTown town = DemoTown.of(seed);
    var span = new DemoPeriod(until);
    List<DemoMail> mails = mails(town, span, seed);
    List<DemoCommit> changes =
        new CommitGenerator(town, span, RandomSource.of(seed, "code")).changes();
    AccountTruth accountTruth = AccountTruth.of(town, mails, changes);
    Path making = emptied(folder.resolve("making"));
    MboxWriter.write(making.resolve(MBOX), mails);
    GitPackWriter.write(making.resolve(REPOSITORY), changes);
    Files.writeString(making.resolve(WHO_IS_WHO), accountTruth.csv());
    for (String name : List.of(WHO_IS_WHO, REPOSITORY, MBOX)) {
      Files.move(making.resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.delete(making);
    return new Written(mbox, repository, accountTruth, mails.size(), changes.size());
  }

  /** Creates an empty folder for unfinished files; an interrupted run may have left some in it. */
  private static Path emptied(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> left = Files.walk(folder)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }

  static List<DemoMail> mails(DemoTown town, DemoPeriod span, long seed) {
    var mailbox = new DemoMailbox(span);
    new PersonalMailGenerator(town, mailbox, RandomSource.of(seed, "letters")).write();
    new ListMailGenerator(town, mailbox, RandomSource.of(seed, "list")).write();
    new MachineMailGenerator(town, mailbox, RandomSource.of(seed, "machines")).write();
    return mailbox.mails();
  }

  /**
   * Writes the demo data from the command line; a wrong argument prints the usage and exits with 2.
   */
  public static void main(String[] arguments) {
    try {
      System.out.println(run(new ArrayDeque<>(List.of(arguments))));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      System.err.println(e.getMessage() + "\n" + USAGE);
      System.exit(2);
    } catch (FileAlreadyExistsException e) {
      System.err.println("expected a folder without a town, found " + e.getMessage());
      System.exit(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String run(Deque<String> arguments) throws IOException {
    String folder = arguments.pollFirst();
    if (folder == null || folder.startsWith("-")) {
      throw new IllegalArgumentException("expected a folder to write to");
    }
    long seed = SEED;
    LocalDate until = LocalDate.now(ZoneId.systemDefault());
    while (!arguments.isEmpty()) {
      String option = arguments.removeFirst();
      String value = arguments.pollFirst();
      if (value == null) {
        throw new IllegalArgumentException("expected a value after " + option);
      }
      switch (option) {
        case "--seed" -> seed = Long.parseLong(value);
        case "--until" -> until = LocalDate.parse(value);
        default ->
            throw new IllegalArgumentException("expected --seed or --until, found " + option);
      }
    }
    Written written = write(Path.of(folder), seed, until);
    return "%d mails in %s, %d commits in %s"
        .formatted(written.mails(), written.mbox(), written.commits(), written.repository());
  }
}
