package dev.kith.benchmarks.search;

import dev.kith.api.Application;
import dev.kith.benchmarks.StepJvmCommand;
import dev.kith.embedded.process.ChildProcess;
import dev.kith.embedded.process.FreePorts;
import dev.kith.embedded.process.JvmCommand;
import dev.kith.embedded.process.LaunchSpec;
import dev.kith.embedded.process.Program;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts the query-api in a process of its own, without Kafka, which the measured queries do not
 * use.
 */
final class QueryApiProgram implements Program {
  private static final StepJvmCommand STEP =
      new StepJvmCommand(
          List.of(
              "kith-query-api",
              "kith-schemas",
              "kith-strength-formula",
              "kith-clients",
              "kith-confluent-client",
              "kith-embedded"));

  private final Path home;
  private final int elasticsearch;
  private final int port = FreePorts.free();

  QueryApiProgram(Path home, int elasticsearch) {
    this.home = home;
    this.elasticsearch = elasticsearch;
  }

  @Override
  public String name() {
    return "query-api";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public LaunchSpec launch() {
    return new LaunchSpec(
        JvmCommand.withHeap("640m")
            .flags(
                List.of(
                    "-Dkith.api.port=" + port,
                    "-Dkith.kafka.bootstrap-servers=127.0.0.1:9",
                    "-Dkith.kafka.registry=http://127.0.0.1:9",
                    "-Dkith.elasticsearch.url=http://127.0.0.1:" + elasticsearch))
            .classPath(STEP.classPath())
            .running(Application.class.getName(), List.of()),
        home);
  }

  @Override
  public boolean isReady(ChildProcess child) {
    return StepJvmCommand.answers(port, "/openapi");
  }
}
