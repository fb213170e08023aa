package dev.kith.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdaptiveCommitTest {
  private static final long NOW = System.currentTimeMillis();
  private final MockProcessorContext<String, String> context =
      new MockProcessorContext<>(properties());
  private final AdaptiveCommit<String, String, String, String> prompt =
      new AdaptiveCommit<>(new Passing());

  private static long clock = NOW;

  private static final class Passing extends ContextualProcessor<String, String, String, String> {
    @Override
    public void process(Record<String, String> record) {
      context().forward(record);
    }
  }

  @BeforeEach
  void begin() {
    context.setCurrentSystemTimeMs(NOW);
    prompt.init(context);
  }

  @Test
  void passesEverythingOn() {
    prompt.process(new Record<>("a", "b", NOW));

    assertThat(context.forwarded()).hasSize(1);
  }

  @Test
  void commitsAYoungRecordAtTheNextTick() {
    prompt.process(new Record<>("a", "b", NOW - 300));
    tick();

    assertThat(context.committed()).isTrue();
  }

  @Test
  void leavesRecordsThatAreLateToTheLongerIntervalWhileTheyKeepComing() {
    for (int i = 0; i < 5; i++) {
      prompt.process(new Record<>("a", "b", NOW - 60_000));
      tick();
    }

    assertThat(context.committed()).isFalse();
  }

  @Test
  void commitsTheLastOfThemAsSoonAsNoMoreCome() {
    prompt.process(new Record<>("a", "b", NOW - 60_000));
    tick();
    tick();

    assertThat(context.committed()).isTrue();
  }

  @Test
  void commitsNothingWhereNothingHappens() {
    tick();
    tick();

    assertThat(context.committed()).isFalse();
  }

  @Test
  void tasksOfOneThreadAskTogetherNoMoreOftenThanTheIntervalSays() {
    var neighbours = new MockProcessorContext<String, String>(properties());
    neighbours.setCurrentSystemTimeMs(NOW);
    var neighbour = new AdaptiveCommit<>(new Passing());
    neighbour.init(neighbours);
    prompt.process(new Record<>("a", "b", NOW));
    neighbour.process(new Record<>("a", "b", NOW));
    tick();

    look(neighbours, clock + 99);
    assertThat(neighbours.committed()).isFalse();

    look(neighbours, clock + 100);
    assertThat(neighbours.committed()).isTrue();
  }

  /** Much later than any other look, so that it may ask if it wishes. */
  private void tick() {
    clock += 60_000;
    look(context, clock);
  }

  private static void look(MockProcessorContext<String, String> context, long now) {
    context.scheduledPunctuators().getFirst().getPunctuator().punctuate(now);
  }

  private static Properties properties() {
    var properties = new Properties();
    properties.putAll(
        Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            "prompt",
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            "none:0",
            AdaptiveCommit.INTERVAL,
            100L));
    return properties;
  }
}
