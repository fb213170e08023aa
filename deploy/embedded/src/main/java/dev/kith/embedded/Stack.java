package dev.kith.embedded;

import dev.kith.embedded.process.StackException;
import dev.kith.embedded.process.UnprivilegedUser;
import dev.kith.embedded.server.Distributions;
import dev.kith.embedded.server.ElasticsearchHome;
import dev.kith.embedded.server.ElasticsearchNode;
import dev.kith.embedded.server.KafkaBroker;
import dev.kith.embedded.server.SchemaRegistry;
import dev.kith.embedded.server.ServerHeapSizes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The Kafka broker, the schema registry and Elasticsearch of one home folder. */
public final class Stack implements AutoCloseable {

  private final ElasticsearchHome elasticsearchHome;
  private final Part broker;
  private final Part registry;
  private final Part elasticsearch;

  private Stack(Path home, Distributions distributions, ServerHeapSizes sizes, StoredPorts ports) {
    Optional<UnprivilegedUser> user = UnprivilegedUser.whenRoot();
    elasticsearchHome = ElasticsearchHome.below(home, user);
    Path data = home.resolve("data");
    if (!elasticsearchHome.folder().startsWith(home)) {
      ports.note("elasticsearch-folder", elasticsearchHome.folder().toString());
    }
    broker =
        new Part(
            new KafkaBroker(
                data.resolve("kafka"), distributions.kafka(), sizes, ports.of("broker")),
            home);
    registry =
        new Part(
            new SchemaRegistry(
                data.resolve("registry"),
                distributions.registry(),
                sizes,
                ports.of("registry"),
                ports.of("registry-management")),
            home);
    elasticsearch =
        new Part(
            new ElasticsearchNode(
                elasticsearchHome.folder(),
                elasticsearchHome.reachable(distributions.elasticsearch()),
                sizes,
                ports.of("elasticsearch"),
                user),
            home);
  }

  /** The three servers of a home; none of them is started. */
  public static Stack in(Path home, Distributions distributions, ServerHeapSizes sizes) {
    Path absolute = home.toAbsolutePath().normalize();
    try {
      return new Stack(
          absolute, distributions, sizes, StoredPorts.in(absolute.resolve("run/ports")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Starts all three at once; returns when all are ready. */
  public void start() {
    CompletableFuture<?>[] starts =
        parts().stream()
            .map(
                part ->
                    CompletableFuture.runAsync(
                        part::start, command -> Thread.ofVirtual().start(command)))
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(starts).join();
    } catch (CompletionException failure) {
      close();
      throw failure.getCause() instanceof StackException known ? known : failure;
    }
  }

  /** The Kafka broker. */
  public Part broker() {
    return broker;
  }

  /** The schema registry. */
  public Part registry() {
    return registry;
  }

  /** The Elasticsearch node. */
  public Part elasticsearch() {
    return elasticsearch;
  }

  /** All three servers. */
  public List<Part> parts() {
    return List.of(broker, registry, elasticsearch);
  }

  /** The address of the broker. */
  public String bootstrapServers() {
    return "127.0.0.1:" + broker.port();
  }

  /** The address of the registry's Confluent-compatible API. */
  public String registryUrl() {
    return "http://127.0.0.1:" + registry.port() + "/apis/ccompat/v7";
  }

  /** The address of Elasticsearch. */
  public String elasticsearchUrl() {
    return "http://127.0.0.1:" + elasticsearch.port();
  }

  /**
   * The folder in which Elasticsearch keeps its data; it may be outside the home if root runs it.
   */
  public Path elasticsearchFolder() {
    return elasticsearchHome.folder();
  }

  @Override
  public void close() {
    parts().parallelStream().forEach(Part::close);
  }
}
