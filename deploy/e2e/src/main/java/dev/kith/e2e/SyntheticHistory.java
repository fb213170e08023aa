package dev.kith.e2e;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/**
 * A repository and a mailbox of synthetic people, the same for the same seed.
 *
 * @param repository a bare git repository
 * @param mailbox an mbox file
 */
public record SyntheticHistory(Path repository, Path mailbox) {

  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  /** Maximum length of the mail history, so that no mail lies in the future. */
  private static final Duration LONGEST = Duration.ofDays(540);

  private static final DateTimeFormatter MAIL_DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** Creates a history in which all people are equally active. */
  public static SyntheticHistory in(Path folder, long seed, int people, int commits, int mails)
      throws IOException, GitAPIException {
    return in(folder, seed, SyntheticCommunity.even(people), commits, mails);
  }

  public static SyntheticHistory in(
      Path folder, long seed, SyntheticCommunity company, int commits, int mails)
      throws IOException, GitAPIException {
    Files.createDirectories(folder);
    Random random = new Random(seed);
    Path repository = folder.resolve("made-up.git");
    commit(repository, commits, company, random);
    Path mailbox = folder.resolve("made-up.mbox");
    write(mailbox, mails, company, random);
    return new SyntheticHistory(repository, mailbox);
  }

  public static String name(int person) {
    return SyntheticNames.of(person);
  }

  public static String address(int person) {
    return SyntheticNames.local(person) + "@example.org";
  }

  private static void commit(Path folder, int count, SyntheticCommunity company, Random random)
      throws IOException, GitAPIException {
    try (Git git =
            Git.init().setBare(true).setInitialBranch("main").setDirectory(folder.toFile()).call();
        ObjectInserter inserter = packing(git.getRepository())) {
      ObjectId tree = DirCache.newInCore().writeTree(inserter);
      ObjectId last = ObjectId.zeroId();
      for (int i = 0; i < count; i++) {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        if (i > 0) {
          commit.setParentId(last);
        }
        Instant at = START.plusSeconds(600L * i);
        int author = company.somebody(random);
        commit.setAuthor(ident(author, at));
        commit.setCommitter(ident(company.acquaintance(author, random), at));
        String talk = company.talk(random);
        commit.setMessage(message(i, talk, company.acquaintance(author, random)));
        last = inserter.insert(commit);
      }
      inserter.flush();
      point(git.getRepository(), last);
    }
  }

  /** Returns an inserter that writes one pack, as after a clone; one file per object is slow. */
  private static ObjectInserter packing(Repository repository) {
    return ((ObjectDirectory) repository.getObjectDatabase()).newPackInserter();
  }

  private static PersonIdent ident(int person, Instant at) {
    return new PersonIdent(name(person), address(person), at, ZoneOffset.UTC);
  }

  private static String message(int number, String talk, int reviewer) {
    return "part%d: change number %d\n\n%s%sReviewed-by: %s <%s>\n"
        .formatted(
            number % 7,
            number,
            talk,
            talk.isEmpty() ? "" : "\n\n",
            name(reviewer),
            address(reviewer));
  }

  private static void point(Repository repository, ObjectId commit) throws IOException {
    RefUpdate main = repository.updateRef(Constants.R_HEADS + "main");
    main.setNewObjectId(commit);
    main.forceUpdate();
  }

  private static void write(Path mailbox, int count, SyntheticCommunity company, Random random)
      throws IOException {
    int[] last = new int[company.people()];
    long pause = Math.min(3_600, LONGEST.toSeconds() / Math.max(count, 1));
    try (BufferedWriter out = Files.newBufferedWriter(mailbox)) {
      for (int i = 0; i < count; i++) {
        int from = company.somebody(random);
        int to = company.acquaintance(from, random);
        out.write("From %s Wed Jan  1 00:00:00 2025\n".formatted(address(from)));
        out.write("From: %s <%s>\n".formatted(name(from), address(from)));
        out.write("To: %s <%s>\n".formatted(name(to), address(to)));
        out.write("Date: %s\n".formatted(MAIL_DATE.format(START.plusSeconds(pause * i))));
        out.write("Message-ID: <mail-%d@example.org>\n".formatted(i));
        if (i > 0 && random.nextBoolean()) {
          int answered = company.isEven() ? random.nextInt(i) : last[to];
          out.write("In-Reply-To: <mail-%d@example.org>\n".formatted(answered));
        }
        last[from] = i;
        out.write("Subject: Letter number %d\nContent-Type: text/plain\n\n".formatted(i));
        out.write("Dear friend, about the garden and letter %d.\n".formatted(i));
        out.write(company.talk(random) + "\n\n");
      }
    }
  }
}
