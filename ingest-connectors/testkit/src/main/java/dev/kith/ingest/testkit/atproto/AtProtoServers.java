package dev.kith.ingest.testkit.atproto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A real PDS with a PLC directory of its own: the npm package {@code @atproto/dev-env}, which
 * {@code .ci/run} installs.
 */
public final class AtProtoServers implements AutoCloseable {
  private static final String FOLDER = ".cache/kith/atproto-dev-env-0.3.215";
  private static final String HOW_TO_INSTALL =
      "SKIPPED: a real PDS; .ci/run installs the npm package @atproto/dev-env for it";

  private final Process process;
  private final JsonNode addresses;

  private AtProtoServers(Process process, JsonNode addresses) {
    this.process = process;
    this.addresses = addresses;
  }

  /** Started servers; empty, and said so, where the package is not installed. */
  public static Optional<AtProtoServers> start() throws IOException {
    Path folder = Path.of(System.getProperty("user.home")).resolve(FOLDER);
    if (!Files.exists(folder.resolve("node_modules/better-sqlite3/build/Release"))) {
      System.err.println(HOW_TO_INSTALL);
      return Optional.empty();
    }
    var builder = new ProcessBuilder("node", "-e", script()).directory(folder.toFile());
    builder.environment().put("LOG_ENABLED", "false");
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("{\"pds\"")) {
        return Optional.of(new AtProtoServers(process, new ObjectMapper().readTree(line)));
      }
    }
    process.destroyForcibly();
    throw new IOException("expected a PDS, found that it ended without an address");
  }

  private static String script() throws IOException {
    try (InputStream script = AtProtoServers.class.getResourceAsStream("pds.cjs")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
    }
  }

  /** Where the PDS is. */
  public URI pds() {
    return URI.create(addresses.path("pds").asText());
  }

  /** Where the directory is. */
  public URI plc() {
    return URI.create(addresses.path("plc").asText());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
