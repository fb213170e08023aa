package dev.kith.benchmarks.search;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Stores, in the data folder, which world it holds and how many documents are indexed already. */
final class FillProgressFile {
  private final Path file;
  private final Properties entries = new Properties();

  private FillProgressFile(Path file) {
    this.file = file;
  }

  static FillProgressFile in(Path folder) throws IOException {
    Files.createDirectories(folder);
    var ledger = new FillProgressFile(folder.resolve("filled.properties"));
    if (Files.exists(ledger.file)) {
      try (Reader reader = Files.newBufferedReader(ledger.file)) {
        ledger.entries.load(reader);
      }
    }
    return ledger;
  }

  /**
   * Returns the stored world, with the day of its first filling; throws if another one is wanted.
   */
  SyntheticWorld world(SyntheticWorld wanted) throws IOException {
    int today = Integer.parseInt(entries.getProperty("today", Integer.toString(wanted.today())));
    var world =
        new SyntheticWorld(
            wanted.people(), wanted.relationships(), wanted.activities(), wanted.seed(), today);
    String held = entries.getProperty("world", world.toString());
    if (!held.equals(world.toString())) {
      throw new IllegalArgumentException(
          "expected in %s: %s, found %s; delete it or give another folder with --data"
              .formatted(file.getParent(), world, held));
    }
    entries.setProperty("today", Integer.toString(today));
    entries.setProperty("world", held);
    save();
    return world;
  }

  int filled(IndexContents stock) {
    return Integer.parseInt(entries.getProperty(stock.index().alias(), "0"));
  }

  void fill(IndexContents stock, int upTo) throws IOException {
    entries.setProperty(stock.index().alias(), Integer.toString(upTo));
    save();
  }

  private void save() throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      entries.store(writer, null);
    }
  }
}
