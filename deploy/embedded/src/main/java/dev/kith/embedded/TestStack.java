package dev.kith.embedded;

import dev.kith.embedded.process.FileTrees;
import dev.kith.embedded.server.Distributions;
import dev.kith.embedded.server.ServerHeapSizes;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The real servers for tests. Each is started by the first test that needs it, is shared by all
 * tests of the JVM, and ends with it. Tests must use prefixes of topics and indices of their own.
 */
public final class TestStack {

  private static final TestStack SHARED = new TestStack();

  private final Stack stack;
  private final ConcurrentMap<Part, CompletableFuture<Void>> starts = new ConcurrentHashMap<>();

  private TestStack() {
    Path home = Path.of("target", "test-stack").toAbsolutePath();
    FileTrees.delete(home);
    stack = Stack.in(home, Distributions.find(), ServerHeapSizes.forTests());
    FileTrees.delete(stack.elasticsearchFolder());
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "test-stack-end"));
  }

  private void end() {
    stack.close();
    FileTrees.delete(stack.elasticsearchFolder());
  }

  /** Starts all three in parallel. */
  public static Stack all() {
    SHARED.started(SHARED.stack.parts());
    return SHARED.stack;
  }

  /** For example {@code 127.0.0.1:21234}. */
  public static String bootstrapServers() {
    SHARED.started(List.of(SHARED.stack.broker()));
    return SHARED.stack.bootstrapServers();
  }

  /** The Confluent-compatible address. */
  public static String registryUrl() {
    SHARED.started(List.of(SHARED.stack.registry()));
    return SHARED.stack.registryUrl();
  }

  public static String elasticsearchUrl() {
    SHARED.started(List.of(SHARED.stack.elasticsearch()));
    return SHARED.stack.elasticsearchUrl();
  }

  private void started(List<Part> parts) {
    parts.stream().map(this::start).toList().forEach(CompletableFuture::join);
  }

  private CompletableFuture<Void> start(Part part) {
    return starts.computeIfAbsent(
        part,
        asked ->
            CompletableFuture.runAsync(
                asked::start, command -> Thread.ofPlatform().daemon().start(command)));
  }
}
