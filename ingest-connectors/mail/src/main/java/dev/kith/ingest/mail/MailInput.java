package dev.kith.ingest.mail;

import dev.kith.ingest.InputOption;
import dev.kith.ingest.InputPath;
import dev.kith.ingest.InvalidInputException;
import dev.kith.ingest.mail.maildir.MaildirLister;
import dev.kith.ingest.mail.mbox.MboxFile;
import dev.kith.ingest.mail.mbox.MboxFileLister;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** {@code kith up --mbox FILE|DIR…}: archives of mail. */
public final class MailInput implements InputOption {
  private static final int DEPTH = 3;

  @Override
  public String option() {
    return "--mbox";
  }

  @Override
  public String network() {
    return "mail";
  }

  @Override
  public String valueName() {
    return "FILE|DIR";
  }

  @Override
  public String description() {
    return "mail: mbox files, folders of them, Maildirs";
  }

  @Override
  public String check(String value) throws InvalidInputException {
    Path path = InputPath.existing(value, "an mbox file, a folder of them or a Maildir");
    if (Files.isDirectory(path)) {
      checkFolder(path);
    } else if (MboxFile.isUtf16(InputPath.start(path))) {
      throw new InvalidInputException(
          "expected an mbox file in ASCII or UTF-8, found UTF-16; " + MboxFileLister.CONVERT);
    } else if (!isMbox(path)) {
      throw new InvalidInputException(
          "expected an mbox file (its first line begins with \"From \"), found something else; "
              + "export the mail as mbox or give a Maildir");
    }
    return path.toString();
  }

  private static void checkFolder(Path folder) throws InvalidInputException {
    if (MaildirLister.isMaildir(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      if (files.filter(Files::isRegularFile).noneMatch(MailInput::isMbox)) {
        throw new InvalidInputException(
            "expected mbox files or a Maildir in this folder, found neither; give the file itself");
      }
    } catch (IOException | UncheckedIOException failure) {
      throw new InvalidInputException("cannot be read: " + failure.getMessage());
    }
  }

  private static boolean isMbox(Path file) {
    return InputPath.start(file).stripLeading().startsWith("From ");
  }

  @Override
  public String label(String location) {
    return InputOption.lastPart(location).replaceAll("\\.(mbox|gz)$", "");
  }

  @Override
  public Map<String, String> settings(String location, Path state) {
    return Map.of("location", location, "state", state.toString());
  }
}
