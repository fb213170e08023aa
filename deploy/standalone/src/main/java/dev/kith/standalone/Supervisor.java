package dev.kith.standalone;

import dev.kith.embedded.Distributions;
import dev.kith.embedded.Part;
import dev.kith.embedded.Sizes;
import dev.kith.embedded.Stack;
import dev.kith.embedded.StackFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Starts all parts, starts again what dies, and stops them in reverse order. */
final class Supervisor implements AutoCloseable {

  private static final int MOST_RESTARTS = 5;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final Home home;
  private final PrintStream out;
  private final Stack stack;
  private final Inputs inputs;
  private final Memories memories;
  private final BlockingQueue<Part> ended = new LinkedBlockingQueue<>();
  private final Deque<Instant> restarts = new ArrayDeque<>();
  private volatile ApiPort port;
  private volatile Part services;
  private volatile boolean stopping;

  Supervisor(Home home, Inputs inputs, ApiPort port, Memories memories, PrintStream out) {
    this.home = home;
    this.inputs = inputs;
    this.port = port;
    this.memories = memories;
    this.out = out;
    this.stack =
        Stack.in(
            home.folder(),
            Distributions.find(),
            new Sizes(
                memories.broker(),
                memories.registry(),
                memories.elasticsearch(),
                memories.quick()));
    this.services = servicesAt(port);
  }

  private Part servicesAt(ApiPort chosen) {
    return new Part(
        new ServicesProgram(
            home,
            chosen.number(),
            ServicesSettings.of(stack, home, inputs, chosen.number()),
            memories),
        home.folder());
  }

  /** Returns when the API answers. */
  void start() throws IOException {
    out.println("Starting Kafka, the schema registry and Elasticsearch in " + home.folder());
    stack.start();
    out.println("Starting Kith's services");
    startServices();
    all().forEach(this::watch);
    home.rememberUrl(url());
  }

  /** The port was free when it was chosen, but the services bind it some seconds later. */
  private void startServices() {
    try {
      services.start();
    } catch (StackFailure failure) {
      if (!port.isLost()) {
        throw failure;
      }
      ApiPort other = ApiPort.of(null);
      out.println("Port " + port.number() + " was taken meanwhile; using " + other.number());
      port = other;
      services = servicesAt(other);
      services.start();
    }
  }

  private void watch(Part part) {
    Thread.ofVirtual().start(() -> ended.add(part.onExit().join()));
  }

  String url() {
    return port.url();
  }

  /** In the order in which they are started. */
  List<Part> all() {
    List<Part> all = new ArrayList<>(stack.parts());
    all.add(services);
    return all;
  }

  /** Starts again what ends, until {@link #close} is called or it ends too often. */
  void watchOver() throws InterruptedException {
    while (!stopping) {
      Part part = ended.take();
      if (!stopping) {
        restart(part);
      }
    }
  }

  private void restart(Part part) {
    refuseIfTooOften(part);
    out.println("The " + part.name() + " has ended unexpectedly; starting it again");
    part.start();
    watch(part);
    out.println("The " + part.name() + " is up again");
  }

  private void refuseIfTooOften(Part part) {
    Instant now = Instant.now();
    restarts.addLast(now);
    while (restarts.getFirst().isBefore(now.minus(WITHIN))) {
      restarts.removeFirst();
    }
    if (restarts.size() > MOST_RESTARTS) {
      throw new StackFailure(
          "the %s has ended again, %d times in %d minutes; see %s"
              .formatted(part.name(), restarts.size(), WITHIN.toMinutes(), home.logs()));
    }
  }

  @Override
  public void close() {
    stopping = true;
    services.stop();
    stack.close();
  }
}
