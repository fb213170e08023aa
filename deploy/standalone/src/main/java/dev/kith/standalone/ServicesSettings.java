package dev.kith.standalone;

import dev.kith.embedded.Stack;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the services are told, in the keys that their READMEs list. */
final class ServicesSettings {

  private final Map<String, String> all = new TreeMap<>();

  private ServicesSettings() {}

  static Map<String, String> of(Stack stack, Home home, Inputs inputs, int port) {
    ServicesSettings settings = new ServicesSettings();
    settings.servers(stack, home);
    settings.api(inputs, port);
    settings.sources("git", inputs.git(), "cache", home);
    settings.sources("mail", inputs.mbox(), "state", home);
    settings.sources("activitystreams", inputs.activities(), "", home);
    return settings.all;
  }

  private void servers(Stack stack, Home home) {
    all.put("kith.kafka.bootstrap-servers", stack.bootstrapServers());
    all.put("kith.kafka.registry", stack.registryUrl());
    all.put("kith.elasticsearch.url", stack.elasticsearchUrl());
    all.put("kith.setup.replication-factor", "1");
    all.put("kith.setup.replicas", "0");
    all.put("kith.streams.state-dir", home.folder().resolve("data/streams").toString());
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

  /**
   * @param keeps the key of the folder in which a source of this network keeps things, if it has
   *     one
   */
  private void sources(String network, List<String> locations, String keeps, Home home) {
    for (String location : locations) {
      String source = "kith.sources.%s.%s.".formatted(network, SourceName.of(network, location));
      all.put(source + "location", location);
      if (!keeps.isEmpty()) {
        all.put(source + keeps, home.folder().resolve("data").resolve(network).toString());
      }
    }
  }
}
