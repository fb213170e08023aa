package dev.kith.standalone.settings;

import dev.kith.embedded.Stack;
import dev.kith.ingest.InputOption;
import dev.kith.ingest.SourceKey;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.input.InputOptions;
import dev.kith.standalone.input.Inputs;
import dev.kith.standalone.input.SourceNames;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The settings that the launcher passes to the services; their READMEs document the keys. */
public final class ServicesSettings {

  private final Map<String, String> all = new TreeMap<>();

  private ServicesSettings() {}

  public static Map<String, String> of(Stack stack, Home home, Inputs inputs, int port) {
    ServicesSettings settings = new ServicesSettings();
    settings.servers(stack, home);
    settings.api(inputs, port);
    settings.all.putAll(sources(inputs, home));
    return settings.all;
  }

  private void servers(Stack stack, Home home) {
    all.put("kith.kafka.bootstrap-servers", stack.bootstrapServers());
    all.put("kith.kafka.registry", stack.registryUrl());
    all.put("kith.elasticsearch.url", stack.elasticsearchUrl());
    all.put("kith.setup.replication-factor", "1");
    all.put("kith.setup.replicas", "0");
    all.put("kith.streams.state-dir", home.folder().resolve("data/streams").toString());
    all.put("kith.ingest.state", home.folder().resolve("data/ingest").toString());
  }

  private void api(Inputs inputs, int port) {
    all.put("micronaut.server.host", "127.0.0.1");
    all.put("micronaut.server.port", Integer.toString(port));
    all.put("kith.api.port", Integer.toString(port));
    all.put("endpoints.health.details-visible", "ANONYMOUS");
    if (!inputs.as().isEmpty()) {
      all.put("kith.api.as", String.join(",", inputs.as()));
    }
  }

  /** The settings of each input, as its connector derives them from the location. */
  public static Map<String, String> sources(Inputs inputs, Home home) {
    InputOptions options = InputOptions.discover();
    SourceNames names = SourceNames.of(home, inputs);
    Map<String, String> all = new TreeMap<>();
    inputs
        .sources()
        .forEach(
            (name, locations) -> {
              InputOption option = options.named(name);
              locations.forEach(
                  location -> all.putAll(source(option, names.of(name, location), location, home)));
            });
    return all;
  }

  private static Map<String, String> source(
      InputOption option, String name, String location, Home home) {
    String prefix = SourceKey.prefix(option.network(), name);
    Path state = home.folder().resolve("data").resolve(option.network());
    Map<String, String> settings = new TreeMap<>();
    option.settings(location, state).forEach((key, value) -> settings.put(prefix + key, value));
    return settings;
  }
}
