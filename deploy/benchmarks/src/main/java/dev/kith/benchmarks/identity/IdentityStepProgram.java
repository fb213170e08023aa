package dev.kith.benchmarks.identity;

import dev.kith.benchmarks.StepJvmCommand;
import dev.kith.embedded.Stack;
import dev.kith.embedded.process.ChildProcess;
import dev.kith.embedded.process.FreePorts;
import dev.kith.embedded.process.JvmCommand;
import dev.kith.embedded.process.LaunchSpec;
import dev.kith.embedded.process.Program;
import dev.kith.identity.Application;
import java.nio.file.Path;
import java.util.List;

/** Starts the identity step alone in a process of its own. */
final class IdentityStepProgram implements Program {
  private static final StepJvmCommand STEP =
      new StepJvmCommand(
          List.of(
              "kith-identity",
              "kith-flow",
              "kith-schemas",
              "kith-clients",
              "kith-confluent-client",
              "kith-embedded"));

  private final IdentityBenchmarkOptions settings;
  private final Stack stack;
  private final int port = FreePorts.free();

  IdentityStepProgram(IdentityBenchmarkOptions settings, Stack stack) {
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
  public LaunchSpec launch() {
    return new LaunchSpec(
        JvmCommand.withHeap(settings.heap())
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
  public boolean isReady(ChildProcess child) {
    return StepJvmCommand.answers(port, "/health");
  }
}
