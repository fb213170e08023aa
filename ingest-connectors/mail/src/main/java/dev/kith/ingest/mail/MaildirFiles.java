package dev.kith.ingest.mail;

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
import org.jspecify.annotations.Nullable;

/** What lies in a Maildir and its subfolders (Maildir++) at one moment. */
final class MaildirFiles {
  private static final Pattern NAME = Pattern.compile("^([^:;!]+)(?:[:;!]2,([A-Za-z]*))?.*$");
  private static final Pattern TIME = Pattern.compile("^(\\d{9,10})\\D");
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "(?iu)(?:.*[./])?(?:trash|deleted(?: items| messages)?|junk(?: e-?mail)?|spam|drafts|corbeille"
              + "|brouillons|papierkorb|entwürfe|templates)");

  private final Path location;

  /**
   * A file.
   *
   * @param place folder and unique part of the name: the same while it is only marked as read
   * @param path where it is now
   * @param time when it was delivered, in seconds since 1970, as its name or else the file says
   */
  record Found(String place, Path path, long time) {}

  MaildirFiles(Path location) {
    this.location = location;
  }

  static boolean isMaildir(Path location) {
    return Files.isDirectory(location.resolve("cur")) && Files.isDirectory(location.resolve("new"));
  }

  /** Everything that is not marked as trashed, by place. */
  Map<String, Found> list() throws IOException {
    Map<String, Found> found = new HashMap<>();
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
        if (isMaildir(folder) && !LEFT_OUT.matcher(name).matches()) {
          folders.add(folder);
        }
      }
    }
    return folders;
  }

  private static void list(String folder, Path files, Map<String, Found> found) throws IOException {
    if (!Files.isDirectory(files)) {
      return;
    }
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(files)) {
      for (Path file : stream) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        boolean hidden = String.valueOf(file.getFileName()).startsWith(".");
        if (!hidden && name.matches() && !isTrashed(name.group(2))) {
          String place = folder + "/" + name.group(1);
          found.put(place, new Found(place, file, time(file, name.group(1))));
        }
      }
    }
  }

  private static boolean isTrashed(@Nullable String flags) {
    return flags != null && flags.indexOf('T') >= 0;
  }

  private static long time(Path file, String name) throws IOException {
    Matcher time = TIME.matcher(name);
    return time.find()
        ? Long.parseLong(time.group(1))
        : Files.getLastModifiedTime(file).toInstant().getEpochSecond();
  }
}
