package dev.kith.ingest.mail.maildir;

import dev.kith.ingest.mail.discarded.DiscardedFolderNames;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;
import org.jspecify.annotations.Nullable;

/** Lists the files of a Maildir and its subfolders (Maildir++). */
public final class MaildirLister {
  private static final Pattern NAME = Pattern.compile("^([^:;!]+)(?:[:;!]2,([A-Za-z]*))?.*$");
  private static final Pattern TIME = Pattern.compile("^(\\d{9,10})\\D");

  private final Path location;
  private final DiscardedPolicy discarded;

  /**
   * A file.
   *
   * @param location folder and unique part of the name: the same while it is only marked as read
   * @param path where it is now
   * @param time when it was delivered, in seconds since 1970, as its name or else the file says
   */
  record MaildirFile(String location, Path path, long time) {}

  MaildirLister(Path location, DiscardedPolicy discarded) {
    this.location = location;
    this.discarded = discarded;
  }

  public static boolean isMaildir(Path location) {
    return Files.isDirectory(location.resolve("cur")) && Files.isDirectory(location.resolve("new"));
  }

  /** All files that are not discarded, by location. */
  Map<String, MaildirFile> list() throws IOException {
    Map<String, MaildirFile> found = new HashMap<>();
    for (Path folder : folders()) {
      String name = folder.equals(location) ? "" : String.valueOf(folder.getFileName());
      list(name, folder.resolve("new"), found);
      list(name, folder.resolve("cur"), found);
    }
    return found;
  }

  private List<Path> folders() throws IOException {
    List<Path> folders = new ArrayList<>(List.of(location));
    try (DirectoryStream<Path> below = Files.newDirectoryStream(location, ".*")) {
      for (Path folder : below) {
        String name = String.valueOf(folder.getFileName());
        if (isMaildir(folder) && isWanted(name)) {
          folders.add(folder);
        }
      }
    }
    return folders;
  }

  /** Subfolders are named in the encoding of IMAP. */
  private boolean isWanted(String folder) {
    return discarded == DiscardedPolicy.INCLUDE
        || !DiscardedFolderNames.isFolder(BASE64MailboxDecoder.decode(folder));
  }

  private void list(String folder, Path files, Map<String, MaildirFile> found) throws IOException {
    if (!Files.isDirectory(files)) {
      return;
    }
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(files)) {
      for (Path file : stream) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        boolean hidden = String.valueOf(file.getFileName()).startsWith(".");
        if (!hidden && name.matches() && !isDiscarded(name.group(2))) {
          String location = folder + "/" + name.group(1);
          found.put(location, new MaildirFile(location, file, time(file, name.group(1))));
        }
      }
    }
  }

  /** T is trashed, D a draft. */
  private boolean isDiscarded(@Nullable String flags) {
    boolean marked = flags != null && (flags.indexOf('T') >= 0 || flags.indexOf('D') >= 0);
    return marked && discarded == DiscardedPolicy.EXCLUDE;
  }

  private static long time(Path file, String name) throws IOException {
    Matcher time = TIME.matcher(name);
    return time.find()
        ? Long.parseLong(time.group(1))
        : Files.getLastModifiedTime(file).toInstant().getEpochSecond();
  }
}
