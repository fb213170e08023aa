package dev.kith.flow;

import dev.kith.clients.KafkaSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one topology: start, stop, and what to do when it fails. Safe for use by several threads.
 * Each step makes one as a named bean; {@link StreamsStarter} starts them.
 */
public final class StreamsService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);

  /** Leaving the group lets a restarted step go on at once. */
  private static final CloseOptions STOP =
      CloseOptions.timeout(Duration.ofSeconds(20))
          .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);

  private final String step;
  private final Supplier<Topology> topology;
  private final StreamsConfiguration configuration;
  private final MeterRegistry meters;
  private final StreamThreadExceptionHandler recovery;
  private volatile Supplier<Map<String, Long>> figures = Map::of;
  private volatile Optional<KafkaStreams> running = Optional.empty();
  private Optional<KafkaStreamsMetrics> metrics = Optional.empty();

  /**
   * A step that is not yet started.
   *
   * @param step its one word: application id, metrics, health
   * @param topology makes the topology; called at start, when the topics exist
   */
  public StreamsService(
      String step,
      Supplier<Topology> topology,
      KafkaSettings kafka,
      StreamsSettings settings,
      MeterRegistry meters) {
    this.step = step;
    this.topology = topology;
    this.configuration = new StreamsConfiguration(step, kafka, settings);
    this.meters = meters;
    this.recovery =
        new StreamThreadExceptionHandler(
            step, settings.restarts(), settings.maxBackoff(), StreamsService::endProcess);
  }

  /** Lets its health tell some figures of its own, too. */
  public StreamsService telling(Supplier<Map<String, Long>> own) {
    figures = own;
    return this;
  }

  /** Starts it; does nothing if it runs already. */
  public synchronized void start() {
    if (running.isPresent()) {
      return;
    }
    Counter unreadable = meters.counter("kith.unreadable", "step", step);
    var config = new StreamsConfig(configuration.properties(unreadable::increment));
    var streams = new KafkaStreams(topology.get(), config);
    streams.setUncaughtExceptionHandler(recovery);
    var bound = new KafkaStreamsMetrics(streams);
    bound.bindTo(meters);
    metrics = Optional.of(bound);
    running = Optional.of(streams);
    streams.start();
    LOG.info("{} has started", step);
  }

  /** Stops it after what is in hand. */
  @Override
  public synchronized void close() {
    running.ifPresent(streams -> streams.close(STOP));
    metrics.ifPresent(KafkaStreamsMetrics::close);
    running = Optional.empty();
    metrics = Optional.empty();
  }

  /** The step's one word. */
  public String step() {
    return step;
  }

  /** True while it works or will soon work again. */
  public boolean isAlive() {
    return running.map(KafkaStreams::state).map(StreamsService::isAlive).orElse(false)
        && !recovery.hasGivenUp();
  }

  /** Kafka's word for what it is doing. */
  public String state() {
    return running.map(streams -> streams.state().name()).orElse("NOT_STARTED");
  }

  /** What else there is to tell about it. */
  Map<String, Long> figures() {
    return figures.get();
  }

  /** How many records of its input topics it has not read yet, as far as is known. */
  public long lag() {
    return running.map(ConsumerLag::of).orElse(0L);
  }

  /** On a thread of its own: the end waits for stream threads, and one of them asks for it. */
  private static void endProcess() {
    Thread.ofPlatform().name("end").start(() -> Runtime.getRuntime().exit(1));
  }

  private static boolean isAlive(KafkaStreams.State state) {
    return state == KafkaStreams.State.CREATED || state.isRunningOrRebalancing();
  }
}
