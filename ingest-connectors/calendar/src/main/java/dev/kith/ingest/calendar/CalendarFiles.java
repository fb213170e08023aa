package dev.kith.ingest.calendar;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.SourceException.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file, or the files in a folder and the folders in it. */
final class CalendarFiles implements CalendarResources {
  private static final Pattern NAME = Pattern.compile("(?i)(.+)\\.(?:ics|ical|icalendar|vcs)");

  /** In bytes. A file is in memory while it is read. */
  private static final int LARGEST = 64 * 1024 * 1024;

  private final Path location;

  CalendarFiles(Path location) {
    this.location = location;
  }

  @Override
  public Listing list(long page) throws SourceException {
    if (!Files.isReadable(location)) {
      throw new Refused(
          "expected a readable iCalendar file or folder at " + location + ", found none", null);
    }
    SortedMap<String, String> versions = new TreeMap<>();
    try {
      for (Path file : files()) {
        String version = Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
        versions.put(file.toString(), version);
      }
      return new Listing(versions, 0, false);
    } catch (IOException | UncheckedIOException e) {
      throw new Unavailable("listing " + location + " failed: " + e, e);
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(location)) {
      return List.of(location);
    }
    try (Stream<Path> all = Files.walk(location)) {
      return all.filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  @Override
  public byte @Nullable [] read(String resource) throws SourceException {
    try (InputStream in = Files.newInputStream(Path.of(resource))) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new Refused(
            resource + ": expected at most " + LARGEST + " bytes, found more; split the file",
            null);
      }
      return bytes;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new Unavailable("reading " + resource + " failed: " + e, e);
    }
  }

  /** A file is a calendar, and a folder of files is one. */
  @Override
  public @Nullable String calendar(String resource) {
    Path file = Path.of(resource);
    Path named = file.equals(location) ? file.getFileName() : file.toAbsolutePath().getParent();
    return named == null || named.getFileName() == null
        ? null
        : NAME.matcher(named.getFileName().toString()).replaceFirst("$1");
  }
}
