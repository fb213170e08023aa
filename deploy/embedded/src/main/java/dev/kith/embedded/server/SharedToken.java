package dev.kith.embedded.server;

import dev.kith.embedded.process.FileTrees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/**
 * A random token that stands in a home and in the folder of Elasticsearch outside of it. It changes
 * at each start. A folder without the home's token holds the index of a home that was deleted, or
 * of a later state of a home that was restored from a copy: it is deleted, and the index is built
 * again from Kafka.
 */
record SharedToken(Path data, Path outside) {

  private static final String NAME = "home-token";

  /** Deletes the folder outside unless it has the home's token; then both get a new token. */
  void renew() throws IOException {
    List<String> known = read(data);
    if (known.stream().noneMatch(read(outside)::contains)) {
      FileTrees.delete(outside);
    }
    String next = UUID.randomUUID().toString();
    Files.createDirectories(outside);
    // The folder outside has both tokens until the home has the new one, so a crash in between
    // leaves them equal.
    write(outside, String.join("\n", known) + "\n" + next);
    write(data, next);
    write(outside, next);
  }

  private static List<String> read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    return Files.exists(file)
        ? Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList()
        : List.of();
  }

  /** Replaces the file at once: a crash leaves the old or the new content. */
  private static void write(Path folder, String text) throws IOException {
    Path file = folder.resolve(NAME);
    Path fresh = folder.resolve(NAME + ".new");
    Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
