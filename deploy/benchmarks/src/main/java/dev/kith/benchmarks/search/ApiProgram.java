package dev.kith.benchmarks.search;

import dev.kith.api.Application;
import dev.kith.benchmarks.OneStep;
import dev.kith.embedded.Child;
import dev.kith.embedded.Jvm;
import dev.kith.embedded.Launch;
import dev.kith.embedded.Ports;
import dev.kith.embedded.Program;
import java.nio.file.Path;
import java.util.List;

/** The query-api in a process of its own. Kafka is away: no question of these needs it. */
final class ApiProgram implements Program {
  private static final OneStep STEP =
      new OneStep(
          List.of("kith-query-api", "kith-schemas", "kith-confluent-client", "kith-embedded"));

  private final Path home;
  private final int elasticsearch;
  private final int port = Ports.free();

  ApiProgram(Path home, int elasticsearch) {
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
  public Launch launch() {
    return new Launch(
        Jvm.withHeap("640m")
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
  public boolean isReady(Child child) {
    return OneStep.answers(port, "/openapi");
  }
}
