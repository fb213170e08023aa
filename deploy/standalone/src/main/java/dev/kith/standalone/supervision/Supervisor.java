package dev.kith.standalone.supervision;

import dev.kith.embedded.Part;
import dev.kith.embedded.Stack;
import dev.kith.embedded.process.StackException;
import dev.kith.embedded.server.Distributions;
import dev.kith.standalone.home.ApiPort;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.input.Inputs;
import dev.kith.standalone.settings.Configuration;
import dev.kith.standalone.settings.ServicesSettings;
import dev.kith.standalone.terminal.TerminalDisplay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Starts all parts, restarts those that end, and stops them in reverse order. */
final class Supervisor implements AutoCloseable {

  private final Home home;
  private final TerminalDisplay screen;
  private final Stack stack;
  private final Inputs inputs;
  private final Configuration configuration;
  private final HeapSizes heapSizes;
  private final FreeSpaceMonitor room;
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private volatile ApiPort port;
  private volatile Part services;
  private volatile boolean isStarted;
  private volatile boolean stopping;

  Supervisor(
      Home home,
      Inputs inputs,
      Configuration configuration,
      ApiPort port,
      HeapSizes heapSizes,
      TerminalDisplay screen) {
    this.home = home;
    this.inputs = inputs;
    this.configuration = configuration;
    this.port = port;
    this.heapSizes = heapSizes;
    this.screen = screen;
    this.room = FreeSpaceMonitor.at(home.folder(), screen::say);
    this.stack = Stack.in(home.folder(), Distributions.find(), heapSizes.servers());
    this.services = servicesAt(port);
  }

  private Part servicesAt(ApiPort chosen) {
    return new Part(
        new ServicesProgram(home, chosen.number(), settingsAt(chosen), configuration, heapSizes),
        home.folder());
  }

  private Map<String, String> settingsAt(ApiPort chosen) {
    return configuration.over(ServicesSettings.of(stack, home, inputs, chosen.number()), home);
  }

  /** The number of sources that the services read. */
  long sources() {
    return Configuration.sources(settingsAt(port));
  }

  /** Returns when the API answers. */
  void start() throws IOException {
    screen.say("Starting Kafka, the schema registry and Elasticsearch in " + home.folder());
    List<PartSupervisor> servers =
        stack.parts().stream()
            .map(part -> partSupervisor(() -> part, List.of(), () -> false))
            .toList();
    PartSupervisor last = partSupervisor(() -> services, servers, this::movesToAnotherPort);
    servers.forEach(Supervisor::run);
    awaitFirst(servers);
    screen.say("Starting Kith's services");
    run(last);
    awaitFirst(List.of(last));
    home.storeToken(configuration.value("kith.api.token"));
    home.storeUrl(url());
    isStarted = true;
    Thread.ofVirtual().start(this::watchDisk);
  }

  private PartSupervisor partSupervisor(
      Supplier<Part> part, List<PartSupervisor> needed, Supplier<Boolean> recover) {
    return new PartSupervisor(
        part,
        needed,
        RestartPolicy.usual(),
        new PartSupervisor.Context(
            screen::say, room, () -> stopping, recover, failure::completeExceptionally));
  }

  private static void run(PartSupervisor partSupervisor) {
    Thread.ofVirtual().start(partSupervisor);
  }

  private void awaitFirst(List<PartSupervisor> partSupervisors) {
    CompletableFuture<Void> all =
        CompletableFuture.allOf(
            partSupervisors.stream()
                .map(PartSupervisor::firstReady)
                .toArray(CompletableFuture[]::new));
    try {
      CompletableFuture.anyOf(all, failure).join();
    } catch (CompletionException ended) {
      throw ended.getCause() instanceof StackException known ? known : ended;
    }
  }

  /** Moves to another port if the chosen one was taken before the services could bind it. */
  private boolean movesToAnotherPort() {
    if (!port.isLost()) {
      return false;
    }
    ApiPort other = ApiPort.free(port.host());
    screen.say("Port " + port.number() + " was taken meanwhile; using " + other.number());
    port = other;
    services = servicesAt(other);
    if (isStarted) {
      storeNewUrl();
    }
    return true;
  }

  private void storeNewUrl() {
    try {
      home.storeUrl(url());
    } catch (IOException unwritten) {
      screen.say("Cannot note the address " + url() + ": " + unwritten.getMessage());
    }
  }

  private void watchDisk() {
    try {
      room.watch(configuration.bytes("kith.disk.reserve"));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  String url() {
    return port.url();
  }

  /** All parts in start order. */
  List<Part> all() {
    List<Part> all = new ArrayList<>(stack.parts());
    all.add(services);
    return all;
  }

  /** Returns when {@link #close} is called; throws when a part has ended too often. */
  void watchOver() throws InterruptedException {
    try {
      failure.get();
    } catch (ExecutionException ended) {
      throw ended.getCause() instanceof StackException known
          ? known
          : new IllegalStateException(ended.getCause());
    }
  }

  @Override
  public void close() {
    stopping = true;
    services.close();
    stack.close();
  }
}
