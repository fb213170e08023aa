package dev.kith.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.embedded.process.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedTokenTest {

  @TempDir private Path folder;
  private Path data;
  private Path outside;
  private Path index;

  @BeforeEach
  void startOnce() throws IOException {
    data = Files.createDirectories(folder.resolve("home/data"));
    outside = folder.resolve("elsewhere");
    new SharedToken(data, outside).renew();
    index = Files.writeString(outside.resolve("index"), "documents");
  }

  @Test
  void anotherStartOfTheSameHomeKeepsTheIndex() throws IOException {
    new SharedToken(data, outside).renew();
    new SharedToken(data, outside).renew();

    assertThat(index).exists();
  }

  @Test
  void aHomeThatWasDeletedAndMadeAnewHasNoIndexOfTheOldOne() throws IOException {
    FileTrees.delete(data);
    Files.createDirectories(data);

    new SharedToken(data, outside).renew();

    assertThat(index).doesNotExist();
    assertThat(outside).isDirectory();
  }

  @Test
  void aHomeThatWasRestoredFromAnOlderCopyHasNoIndexOfTheLaterState() throws IOException {
    Path copy = folder.resolve("copy");
    FileTrees.copy(data, copy);
    new SharedToken(data, outside).renew();
    FileTrees.delete(data);
    FileTrees.copy(copy, data);

    new SharedToken(data, outside).renew();

    assertThat(index).doesNotExist();
  }

  @Test
  void anIndexOfUnknownOriginIsDeleted() throws IOException {
    Files.delete(outside.resolve("home-token"));

    new SharedToken(data, outside).renew();

    assertThat(index).doesNotExist();
  }

  @Test
  void aCrashBetweenTheWritesKeepsTheIndex() throws IOException {
    String before = Files.readString(data.resolve("home-token"));
    new SharedToken(data, outside).renew();
    String after = Files.readString(data.resolve("home-token"));

    Files.writeString(data.resolve("home-token"), before);
    Files.writeString(outside.resolve("home-token"), before + "\n" + after);
    new SharedToken(data, outside).renew();

    assertThat(index).exists();
  }
}
