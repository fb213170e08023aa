package dev.kith.ingest.runtime;

import dev.kith.clients.KafkaSettings;
import dev.kith.ingest.Connector;
import dev.kith.ingest.runtime.journal.JournalSettings;
import dev.kith.ingest.runtime.journal.KafkaJournal;
import dev.kith.ingest.runtime.journal.PublishedActivityIndex;
import dev.kith.ingest.runtime.journal.SourceEraser;
import dev.kith.ingest.runtime.status.SourceMetrics;
import dev.kith.ingest.runtime.status.SourceStatus;
import dev.kith.ingest.runtime.status.SourceStatusRegistry;
import dev.kith.schemas.SourceState;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a reading loop for each source. In a {@link SourceContext} the sources are those of {@link
 * #apply}, else all that are configured when the service starts.
 */
@Singleton
public final class SourceRunner implements ApplicationEventListener<StartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(SourceRunner.class);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

  private final ApplicationContext context;
  private final BeanProvider<KafkaSettings> kafka;
  private final IngestSettings settings;
  private final SourceStatusRegistry statuses;
  private final Optional<SourceMetrics> metrics;
  private final BeanProvider<PublishedActivityIndex> published;
  private final Optional<ReadPrecondition> condition;
  private final Map<String, RunningSource> running = new TreeMap<>();
  private SourceSet current = SourceSet.NONE;
  private boolean isPublishing;

  SourceRunner(
      ApplicationContext context,
      BeanProvider<KafkaSettings> kafka,
      IngestSettings settings,
      SourceStatusRegistry statuses,
      Optional<SourceMetrics> metrics,
      BeanProvider<PublishedActivityIndex> published,
      Optional<ReadPrecondition> condition) {
    this.context = context;
    this.kafka = kafka;
    this.settings = settings;
    this.statuses = statuses;
    this.metrics = metrics;
    this.published = published;
    this.condition = condition;
  }

  @Override
  public synchronized void onApplicationEvent(StartupEvent event) {
    if (!(context instanceof SourceContext)) {
      Collection<Connector> all = context.getBeansOfType(Connector.class);
      LOG.info("{} sources are configured", all.size());
      refuseTwoOfOneName(all);
      all.stream().filter(each -> !settings.isPaused(each.source())).forEach(this::start);
    }
  }

  /**
   * Reads these sources from now on. Sources with unchanged settings are not interrupted; each
   * other one stops after the page that it is committing.
   *
   * @param restarted names of sources that count as changed
   */
  public synchronized void apply(SourceSet next, Set<String> restarted) {
    Set<String> changed = new TreeSet<>(current.differing(next));
    changed.addAll(restarted);
    stop(Stream.concat(changed.stream(), next.paused().stream()).toList());
    replace(changed, next);
    Map<String, String> networks = next.networks();
    networks.forEach(this::startOrPause);
    statuses.all().stream()
        .map(SourceStatus::source)
        .filter(name -> !networks.containsKey(name))
        .forEach(statuses::remove);
  }

  /** Restarts a source at once, without waiting for the end of its pause, with new beans. */
  public synchronized void restart(String name) {
    if (current.networks().containsKey(name)) {
      apply(current, Set.of(name));
    }
  }

  /**
   * Deletes the records that only this source has published. Other sources publish nothing
   * meanwhile. After a failure, the caller repeats it.
   *
   * @param name of a source that is no longer read
   */
  public synchronized void erase(String name) {
    if (running.containsKey(name)) {
      throw new IllegalStateException("expected a source that is not read, found " + name);
    }
    isPublishing = true;
    new SourceEraser(journal(name), published.get()).erase();
  }

  private void replace(Set<String> changed, SourceSet next) {
    if (!(context instanceof SourceContext sources)) {
      throw new IllegalStateException("expected a SourceContext, found " + context.getClass());
    }
    sources.replaceSources(changed, next.settings());
    current = next;
  }

  private void startOrPause(String name, String network) {
    if (current.paused().contains(name)) {
      SourceStatus before =
          statuses.find(name).orElseGet(() -> unread(name, network, SourceState.PAUSED, null));
      statuses.put(before.in(SourceState.PAUSED, null, Instant.now()));
    } else if (!running.containsKey(name)) {
      start(name, network);
    }
  }

  private void start(String name, String network) {
    try {
      start(context.getBean(Connector.class, Qualifiers.byName(name)));
    } catch (BeanContextException refused) {
      LOG.error("source {}: its settings are not accepted", name, refused);
      statuses.put(unread(name, network, SourceState.NEEDS_A_PERSON, reason(refused)));
    }
  }

  private static SourceStatus unread(
      String name, String network, SourceState state, @Nullable String message) {
    return SourceStatus.unread(name, network, state, message, Instant.now());
  }

  /** The message of a connector about its own settings; other messages may quote a secret. */
  private static String reason(Throwable refused) {
    return Stream.iterate(refused, Objects::nonNull, Throwable::getCause)
        .map(cause -> String.valueOf(cause.getMessage()))
        .filter(message -> message.startsWith("kith."))
        .findFirst()
        .orElse("its settings are not accepted: see the log");
  }

  private void start(Connector connector) {
    SourceStatus first = SourceStatus.starting(connector, Instant.now());
    statuses.put(first);
    metrics.ifPresent(measured -> measured.watch(first));
    isPublishing = true;
    var journal = new KafkaJournal(journal(connector.source()), published.get());
    var loop =
        new SystemLoopContext(
            new ReadDelays(settings, RandomGenerator.getDefault()), statuses, condition);
    running.put(
        connector.source(),
        RunningSource.start(connector.source(), new ReadingLoop(connector, journal, loop)));
  }

  private JournalSettings journal(String source) {
    return JournalSettings.of(
        source, UUID.randomUUID().toString(), kafka.get(), settings.maxTransactionRecords());
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

  /** Stops loops after the page that each is committing. Kafka fences one that takes too long. */
  private void stop(Collection<String> names) {
    List<RunningSource> stopping =
        running.values().stream().filter(source -> names.contains(source.name())).toList();
    stopping.forEach(RunningSource::interrupt);
    long deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
    for (RunningSource source : stopping) {
      if (!source.awaitEnd(deadline)) {
        LOG.warn("source {}: it has not ended within {}", source.name(), STOP_TIMEOUT);
      }
      running.remove(source.name());
    }
  }

  @PreDestroy
  synchronized void stop() {
    stop(Set.copyOf(running.keySet()));
    if (isPublishing) {
      published.get().close();
    }
  }
}
