package dev.kith.embedded.server;

import dev.kith.embedded.process.ChildProcess;
import dev.kith.embedded.process.FreePorts;
import dev.kith.embedded.process.HttpProbe;
import dev.kith.embedded.process.LaunchSpec;
import dev.kith.embedded.process.Program;
import dev.kith.embedded.process.UnprivilegedUser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One Elasticsearch node, started by its main class. It reads its settings from standard input,
 * writes the byte 0x18 when it listens, and stops at the end of standard input.
 */
public final class ElasticsearchNode implements Program {

  private static final String LISTENS = "\u0018";
  private static final List<String> EMPTY_FILES =
      List.of("roles.yml", "role_mapping.yml", "users", "users_roles");

  private final Path base;
  private final Path distribution;
  private final ServerHeapSizes sizes;
  private final int port;
  private final Optional<UnprivilegedUser> user;

  public ElasticsearchNode(
      Path base,
      Path distribution,
      ServerHeapSizes sizes,
      int port,
      Optional<UnprivilegedUser> user) {
    this.base = base;
    this.distribution = distribution;
    this.sizes = sizes;
    this.port = port;
    this.user = user;
  }

  @Override
  public String name() {
    return "elasticsearch";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public LaunchSpec launch() throws IOException {
    for (String folder : List.of("config", "data", "logs", "tmp")) {
      Files.createDirectories(base.resolve(folder));
    }
    writeConfig(base.resolve("config"));
    user.ifPresent(someone -> someone.own(base));

    List<String> java = ElasticsearchCommand.of(distribution, base, sizes);
    List<String> command = user.map(someone -> someone.command(java)).orElse(java);
    ByteBuffer input =
        ElasticsearchServerArgs.encode(settings(), base.resolve("config"), base.resolve("logs"));
    Map<String, String> environment =
        Map.of(
            "PATH", "/usr/bin:/bin",
            "HOME", base.toString(),
            "LIBFFI_TMPDIR", base.resolve("tmp").toString());
    return new LaunchSpec(command, environment, base, input);
  }

  private static void writeConfig(Path config) throws IOException {
    for (String name : EMPTY_FILES) {
      if (!Files.exists(config.resolve(name))) {
        Files.createFile(config.resolve(name));
      }
    }
    try (InputStream logging =
        ElasticsearchNode.class.getResourceAsStream("log4j2-elasticsearch.properties")) {
      Files.copy(logging, config.resolve("log4j2.properties"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Map<String, String> settings() {
    Map<String, String> all = new TreeMap<>();
    all.put("cluster.name", "kith");
    all.put("node.name", "kith");
    all.put("discovery.type", "single-node");
    all.put("network.host", "127.0.0.1");
    all.put("http.port", Integer.toString(port));
    all.put("transport.port", Integer.toString(FreePorts.free()));
    all.put("path.home", distribution.toString());
    all.put("path.data", base.resolve("data").toString());
    all.put("path.logs", base.resolve("logs").toString());
    all.put("xpack.security.enabled", "false");
    // An index that was created automatically would have dynamic mappings.
    all.put("action.auto_create_index", "false");
    // The serial collector collects late; if garbage counted as used memory, the breaker would
    // refuse requests.
    all.put("indices.breaker.total.use_real_memory", "false");
    // The launcher checks the free space; without this the node becomes read-only at 95 % usage.
    all.put("cluster.routing.allocation.disk.threshold_enabled", "false");
    return all;
  }

  @Override
  public boolean isReady(ChildProcess child) {
    return child.hasPrinted(LISTENS)
        && HttpProbe.answers(
            "http://127.0.0.1:" + port + "/_cluster/health?wait_for_status=yellow&timeout=2s");
  }
}
