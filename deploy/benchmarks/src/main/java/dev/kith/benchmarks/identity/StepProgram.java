package dev.kith.benchmarks.identity;

import dev.kith.benchmarks.OneStep;
import dev.kith.embedded.Child;
import dev.kith.embedded.Jvm;
import dev.kith.embedded.Launch;
import dev.kith.embedded.Ports;
import dev.kith.embedded.Program;
import dev.kith.embedded.Stack;
import dev.kith.identity.Application;
import java.nio.file.Path;
import java.util.List;

/** The identity step in a process of its own, as it runs alone. */
final class StepProgram implements Program {
  private static final OneStep STEP =
      new OneStep(
          List.of(
              "kith-identity",
              "kith-flow",
              "kith-schemas",
              "kith-confluent-client",
              "kith-embedded"));

  private final Settings settings;
  private final Stack stack;
  private final int port = Ports.free();

  StepProgram(Settings settings, Stack stack) {
    this.settings = settings;
    this.stack = stack;
  }

  @Override
  public String name() {
    return "identity";
  }

  @Override
  public int port() {
    return port;
  }

  Path state() {
    return settings.data().resolve("state");
  }

  @Override
  public Launch launch() {
    return new Launch(
        Jvm.withHeap(settings.heap())
            .flags(settings.flags())
            .flags(
                List.of(
                    "-Dmicronaut.server.host=127.0.0.1",
                    "-Dmicronaut.server.port=" + port,
                    "-Dendpoints.health.details-visible=ANONYMOUS",
                    "-Dkith.kafka.bootstrap-servers=" + stack.bootstrapServers(),
                    "-Dkith.kafka.registry=" + stack.registryUrl(),
                    "-Dkith.streams.threads=" + settings.threads(),
                    "-Dkith.streams.state-dir=" + state()))
            .classPath(STEP.classPath())
            .running(Application.class.getName(), List.of()),
        settings.data());
  }

  @Override
  public boolean isReady(Child child) {
    return OneStep.answers(port, "/health");
  }
}
