package dev.kith.ingest.mastodon;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.ingest.activitystreams.document.UnparsableException;
import dev.kith.ingest.mastodon.mapping.AccountMapper;
import dev.kith.ingest.mastodon.mapping.MappedActivity;
import dev.kith.ingest.mastodon.mapping.NotificationMapper;
import dev.kith.ingest.mastodon.mapping.StatusMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Recordings of a real Mastodon server, where somebody has put them. */
class RecordingsTest {
  private static final int BLOCK = 512;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path ARCHIVE =
      Path.of(System.getProperty("kith.shared", "../../../shared"))
          .resolve("fixtures/mastodon-recordings.tar.gz");

  private final Map<String, Integer> counts = new TreeMap<>();

  @BeforeAll
  static void areThere() {
    if (!Files.exists(ARCHIVE)) {
      System.err.println(
          "SKIPPED: recordings of Mastodon, for there are none at "
              + ARCHIVE
              + "; set -Dkith.shared=FOLDER");
    }
    Assumptions.assumeTrue(Files.exists(ARCHIVE), "no recordings");
  }

  @Test
  void everyStatusNotificationAndAccountIsRead() throws IOException {
    forEachRecording(recording -> responses(recording).forEach(this::readAny));

    System.err.println("recordings of Mastodon: " + counts);
    assertThat(counts.get("status read")).isGreaterThan(500);
    assertThat(counts.get("notification read")).isGreaterThan(10);
    assertThat(counts.get("account read")).isGreaterThan(50);
    assertThat(counts.get("event read")).isGreaterThan(5);
    assertThat(counts.keySet()).noneMatch(key -> key.contains("set aside"));
  }

  /** Reads archives of tar without a library: names and sizes stand in blocks of 512 bytes. */
  private static void forEachRecording(Consumer<String> reader) throws IOException {
    try (InputStream tar = new GZIPInputStream(Files.newInputStream(ARCHIVE))) {
      byte[] header = tar.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        String name = new String(header, 0, 100, US_ASCII).replaceAll("\0.*", "");
        int size = Integer.parseInt(new String(header, 124, 11, US_ASCII).strip(), 8);
        byte[] content = tar.readNBytes(size);
        tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        if (name.endsWith(".yaml") && !name.contains("media")) {
          reader.accept(new String(content, UTF_8));
        }
        header = tar.readNBytes(BLOCK);
      }
    }
  }

  private static List<String> responses(String recording) {
    var options = new LoaderOptions();
    options.setCodePointLimit(16 * 1024 * 1024);
    Object interactions =
        part(new Yaml(new SafeConstructor(options)).load(recording), "interactions");
    return (interactions instanceof List<?> all ? all : List.of())
        .stream()
            .map(each -> part(part(part(each, "response"), "body"), "string"))
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .toList();
  }

  private static @Nullable Object part(@Nullable Object map, String key) {
    return map instanceof Map<?, ?> parts ? parts.get(key) : null;
  }

  private void readAny(String body) {
    if (body.startsWith(":")) {
      readEvents(body);
      return;
    }
    try {
      readAny(JSON.readTree(body));
    } catch (JsonProcessingException noJson) {
      count("other document");
    }
  }

  private void readEvents(String stream) {
    stream
        .lines()
        .filter(line -> line.startsWith("data: {"))
        .forEach(
            line -> {
              count("event read");
              readAny(line.substring(6));
            });
  }

  private void readAny(JsonNode document) {
    if (document.isArray()) {
      document.forEach(this::readAny);
    } else if (document.has("uri") && document.has("visibility")) {
      read("status", () -> Optional.of(new StatusMapper(Statuses.context()).status(document)));
    } else if (document.has("type") && document.has("account") && document.has("created_at")) {
      var mapper = new NotificationMapper(Statuses.context(), Statuses.account("ann"));
      read("notification", () -> mapper.notification(document));
    } else if (document.path("last_status").isObject()) {
      readAny(document.path("last_status"));
    } else if (document.has("acct") && document.has("created_at")) {
      read(
          "account",
          () -> {
            new AccountMapper(Statuses.context()).profile(document, Statuses.READ);
            return Optional.empty();
          });
    } else {
      count("other document");
    }
  }

  private void read(String kind, Supplier<Optional<MappedActivity>> reading) {
    try {
      reading
          .get()
          .ifPresent(
              item -> {
                assertThat(item.activity().getActor()).startsWith("fediverse:");
                assertThat(item.activity().getId()).isNotBlank();
              });
      count(kind + " read");
    } catch (UnparsableException e) {
      count(kind + " set aside: " + e.reason());
    }
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }
}
