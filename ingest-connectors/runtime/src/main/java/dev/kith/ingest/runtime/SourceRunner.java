package dev.kith.ingest.runtime;

import dev.kith.clients.KafkaSettings;
import dev.kith.ingest.Connector;
import dev.kith.ingest.runtime.journal.JournalSettings;
import dev.kith.ingest.runtime.journal.KafkaJournal;
import dev.kith.ingest.runtime.journal.PublishedActivityIndex;
import dev.kith.ingest.runtime.status.SourceMetrics;
import dev.kith.ingest.runtime.status.SourceStatus;
import dev.kith.ingest.runtime.status.SourceStatusRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a reading loop for each configured source, and stops them all. */
@Singleton
final class SourceRunner implements ApplicationEventListener<StartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(SourceRunner.class);
  private static final Duration GOODBYE = Duration.ofSeconds(20);

  private final BeanProvider<Connector> connectors;
  private final BeanProvider<KafkaSettings> kafka;
  private final IngestSettings settings;
  private final SourceStatusRegistry statuses;
  private final Optional<SourceMetrics> metrics;
  private final BeanProvider<PublishedActivityIndex> published;
  private final Optional<ReadPrecondition> condition;
  private final String reader = UUID.randomUUID().toString();
  private final List<Thread> loops = new ArrayList<>();

  SourceRunner(
      BeanProvider<Connector> connectors,
      BeanProvider<KafkaSettings> kafka,
      IngestSettings settings,
      SourceStatusRegistry statuses,
      Optional<SourceMetrics> metrics,
      BeanProvider<PublishedActivityIndex> published,
      Optional<ReadPrecondition> condition) {
    this.connectors = connectors;
    this.kafka = kafka;
    this.settings = settings;
    this.statuses = statuses;
    this.metrics = metrics;
    this.published = published;
    this.condition = condition;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    Collection<Connector> all = connectors.stream().toList();
    LOG.info("{} sources are configured", all.size());
    refuseTwoOfOneName(all);
    all.forEach(this::start);
  }

  private void start(Connector connector) {
    SourceStatus first = SourceStatus.starting(connector, Instant.now());
    statuses.put(first);
    metrics.ifPresent(measured -> measured.watch(first));
    var journal =
        new KafkaJournal(
            JournalSettings.of(
                connector.source(), reader, kafka.get(), settings.largestTransaction()),
            published.get());
    var context =
        new SystemLoopContext(
            new ReadDelays(settings, RandomGenerator.getDefault()), statuses, condition);
    loops.add(
        Thread.ofVirtual()
            .name("source-" + connector.source())
            .start(new ReadingLoop(connector, journal, context)));
  }

  static void refuseTwoOfOneName(Collection<Connector> all) {
    var networks = new TreeMap<String, String>();
    for (Connector connector : all) {
      String other = networks.put(connector.source(), connector.network());
      if (other != null) {
        throw new IllegalStateException(
            "kith.sources.%s.%s: expected a name of its own, found one that kith.sources.%s has too"
                .formatted(connector.network(), connector.source(), other));
      }
    }
  }

  /** Lets each loop finish the page it is committing. */
  @PreDestroy
  void stop() {
    loops.forEach(Thread::interrupt);
    long deadline = System.nanoTime() + GOODBYE.toNanos();
    for (Thread loop : loops) {
      try {
        loop.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (!loops.isEmpty()) {
      published.get().close();
    }
  }
}
