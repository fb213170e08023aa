package dev.kith.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.embedded.Part;
import dev.kith.embedded.TestStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is frozen answers nobody and refuses nobody: the step says which one it is. */
class FrozenServersIT {
  private IndexingEnvironment world;

  @BeforeEach
  void begin() {
    world = IndexingEnvironment.anew();
    world.start();
    IndexingEnvironment.until("calm", () -> trouble().isEmpty());
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void aFrozenElasticsearchIsNamed() throws Exception {
    isNamedWhileFrozen(TestStack.all().elasticsearch(), "Elasticsearch has not answered");
  }

  @Test
  void aFrozenBrokerIsNamed() throws Exception {
    isNamedWhileFrozen(TestStack.all().broker(), "Kafka at ");
  }

  @Test
  void aFrozenRegistryIsNamed() throws Exception {
    isNamedWhileFrozen(TestStack.all().registry(), "the schema registry at ");
  }

  private void isNamedWhileFrozen(Part part, String name) throws Exception {
    signal(part, "-STOP");
    try {
      IndexingEnvironment.until("a word about it", () -> trouble().contains(name));
    } finally {
      signal(part, "-CONT");
    }
    IndexingEnvironment.until("calm", () -> trouble().isEmpty());
    world.send(world.topics().activities(), "m", TestActivity.activity("m", "Rivers").build());
    world.flush();
    IndexingEnvironment.until("it to go on", () -> world.count(world.indices().activities()) == 1);
  }

  private String trouble() {
    return world.factory.trouble().orElse("");
  }

  private static void signal(Part part, String signal) throws Exception {
    String pid = Long.toString(part.pid().orElseThrow());

    int code = new ProcessBuilder("kill", signal, pid).start().waitFor();

    assertThat(code).isZero();
  }
}
