package dev.kith.ingest.contacts.book;

import dev.kith.ingest.SourceException.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One exported file, or all of a folder. */
public final class AddressBookFolder implements AddressBooks {
  private static final int DEPTH = 5;
  private static final String NAMES = "(?i)[^.].*\\.(vcf|vcard|csv)";

  private final Path location;

  /** The location of a file of any name, or of a folder. */
  public AddressBookFolder(Path location) {
    this.location = location;
  }

  /** Whether there is a file with cards, or with columns of contacts. */
  public boolean hasCards() {
    try {
      return files().stream().anyMatch(AddressBookFile::hasCards);
    } catch (IOException | UncheckedIOException unreadable) {
      return false;
    }
  }

  @Override
  public List<AddressBook> list() throws Unavailable {
    try {
      List<Path> files = files();
      if (files.isEmpty()) {
        throw new Unavailable("expected a vCard or CSV file with contacts, found none", null);
      }
      return files.stream().<AddressBook>map(file -> new AddressBookFile(key(file), file)).toList();
    } catch (IOException | UncheckedIOException e) {
      throw new Unavailable("expected to read the files with contacts, found " + e, e);
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(location)) {
      return Files.exists(location) ? List.of(location) : List.of();
    }
    try (Stream<Path> found = Files.walk(location, DEPTH)) {
      return found
          .filter(file -> String.valueOf(file.getFileName()).matches(NAMES))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /** A folder that was moved has the same files. */
  private String key(Path file) {
    return location.equals(file) ? "file" : location.relativize(file).toString();
  }

  @Override
  public List<String> limitations() {
    return List.of("what has changed since the address book was exported");
  }
}
