package dev.kith.standalone;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Looks at what is to be read before anything is started, cheaply. Each answer is the absolute
 * path, or the URL.
 */
final class InputChecks {

  private static final Pattern URL = Pattern.compile("[a-z][a-z0-9+.-]*://.+|[^/]+@[^/]+:.+");
  private static final int ENOUGH = 4096;

  private InputChecks() {}

  static Inputs check(Inputs inputs) {
    return new Inputs(
        each(inputs.git(), InputChecks::git),
        each(inputs.mbox(), InputChecks::mail),
        each(inputs.activities(), InputChecks::activities),
        each(inputs.as(), InputChecks::address));
  }

  private static List<String> each(
      List<String> given, java.util.function.UnaryOperator<String> check) {
    return given.stream().map(check).toList();
  }

  static String git(String given) {
    if (URL.matcher(given).matches()) {
      return given;
    }
    Path path = existing("--git", given, "a git repository or a URL");
    boolean worktree = Files.exists(path.resolve(".git"));
    boolean bare = Files.exists(path.resolve("HEAD")) && Files.isDirectory(path.resolve("objects"));
    if (!worktree && !bare) {
      throw new Refusal(
          "--git %s: expected a git repository, found %s without one; give the folder that holds .git, or a URL"
              .formatted(given, Files.isDirectory(path) ? "a folder" : "a file"));
    }
    return path.toString();
  }

  static String mail(String given) {
    Path path = existing("--mbox", given, "an mbox file, a folder of them or a Maildir");
    if (Files.isDirectory(path)) {
      folderOfMail(given, path);
    } else if (!start(path).stripLeading().startsWith("From ")) {
      throw new Refusal(
          "--mbox %s: expected an mbox file (its first line begins with \"From \"), found something else; "
                  .formatted(given)
              + "export the mail as mbox or give a Maildir");
    }
    return path.toString();
  }

  private static void folderOfMail(String given, Path path) {
    if (Files.isDirectory(path.resolve("cur")) || Files.isDirectory(path.resolve("new"))) {
      return;
    }
    try (Stream<Path> files = Files.walk(path, 3)) {
      if (files
          .filter(Files::isRegularFile)
          .noneMatch(file -> start(file).stripLeading().startsWith("From "))) {
        throw new Refusal(
            "--mbox %s: expected mbox files or a Maildir in this folder, found neither; give the file itself"
                .formatted(given));
      }
    } catch (IOException failure) {
      throw unreadable("--mbox", given, failure);
    }
  }

  static String activities(String given) {
    Path path = existing("--activities", given, "a file with one ActivityStreams document a line");
    if (Files.isDirectory(path) || !start(path).stripLeading().startsWith("{")) {
      throw new Refusal(
          "--activities %s: expected one JSON object a line, found something else; see ingest-connectors/activitystreams"
              .formatted(given));
    }
    return path.toString();
  }

  static String address(String given) {
    if (given.isBlank() || given.contains(" ")) {
      throw new Refusal("--as: expected a mail address such as ann@example.org, found " + given);
    }
    return given;
  }

  private static Path existing(String option, String given, String expected) {
    Path path = Path.of(given).toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      throw new Refusal(
          "%s %s: expected %s, found nothing there; check the path"
              .formatted(option, given, expected));
    }
    if (!Files.isReadable(path)) {
      throw new Refusal(
          "%s %s: expected %s, found one that this user may not read"
              .formatted(option, given, expected));
    }
    return path;
  }

  /** The first few thousand bytes, unpacked where they are packed. */
  private static String start(Path file) {
    try (InputStream plain = new BufferedInputStream(Files.newInputStream(file))) {
      plain.mark(2);
      boolean packed = plain.read() == 0x1F && plain.read() == 0x8B;
      plain.reset();
      InputStream bytes = packed ? new GZIPInputStream(plain) : plain;
      return new String(bytes.readNBytes(ENOUGH), StandardCharsets.ISO_8859_1);
    } catch (IOException damaged) {
      return "";
    }
  }

  private static Refusal unreadable(String option, String given, IOException failure) {
    return new Refusal(
        "%s %s: cannot be read: %s".formatted(option, given, failure.getMessage()), failure);
  }
}
