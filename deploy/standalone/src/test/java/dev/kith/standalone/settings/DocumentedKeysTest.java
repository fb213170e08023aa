package dev.kith.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key that a README of a service documents can be set in {@code kith.yaml}. */
class DocumentedKeysTest {

  private static final Path ROOT = Path.of("../..");
  private static final Pattern SOURCE =
      Pattern.compile("`?(kith\\.sources\\.[a-z]+\\.)<[a-z]+>\\.");
  private static final Pattern SOURCES =
      Pattern.compile("(kith\\.sources\\.[a-z]+\\.)<[a-z]+>\\.…");
  private static final Pattern KEY = Pattern.compile("`([a-z][a-zA-Z0-9.*-]*)`");

  /** Keys of services that run on their own; {@code up} runs all services in one process. */
  private static final Set<String> NOT_FOR_UP =
      Set.of("kith.setup.enabled", "kith.indexing.live", "kith.server.host", "kith.server.port");

  @Test
  void everyDocumentedKeyIsKnown() throws IOException {
    KnownSettings known = KnownSettings.onClassPath();
    List<String> documented = new ArrayList<>();
    for (String folder :
        List.of("schemas", "ingest-connectors", "stream-processors", "query-api")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder), 3)) {
        for (Path readme : files.filter(file -> file.endsWith("README.md")).toList()) {
          documented.addAll(keys(readme));
        }
      }
    }

    assertThat(documented)
        .hasSizeGreaterThan(60)
        .contains("kith.sources.mail.x.imap.host", "kith.sources.git.x.fetch-every")
        .allSatisfy(
            key ->
                assertThat(
                        known.find(key).isPresent()
                            || known.find(key.replaceAll("-file$", "")).isPresent()
                            || NOT_FOR_UP.contains(key))
                    .as(key)
                    .isTrue());
  }

  /** The keys of tables whose first column has the heading "key". */
  private static List<String> keys(Path readme) throws IOException {
    List<String> keys = new ArrayList<>();
    String prefix = "";
    boolean isTable = false;
    for (String line : Files.readAllLines(readme)) {
      Matcher source = SOURCE.matcher(line);
      Matcher sources = SOURCES.matcher(line);
      if (source.find()) {
        prefix = source.group(1) + "x.";
      } else if (sources.find()) {
        prefix = sources.group(1) + "x.";
      }
      isTable = line.startsWith("| key") || (isTable && line.startsWith("|"));
      if (isTable && line.startsWith("| `")) {
        Matcher key = KEY.matcher(line.split("\\|", -1)[1]);
        while (key.find()) {
          if (!key.group(1).endsWith(".*") || key.group(1).endsWith(".properties.*")) {
            keys.add(whole(prefix, key.group(1)));
          }
        }
      }
    }
    return keys;
  }

  private static String whole(String prefix, String key) {
    String whole = key.startsWith("kith.") ? key : prefix + key;
    return whole.replace(".DAYS", ".7").replace(".KIND", ".cc").replace(".*", ".x");
  }
}
