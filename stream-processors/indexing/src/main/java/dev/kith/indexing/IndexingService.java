package dev.kith.indexing;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dev.kith.clients.ElasticsearchSettings;
import dev.kith.indexing.bulk.Backoff;
import dev.kith.indexing.bulk.IndexingSettings;
import dev.kith.indexing.consume.IndexingLoop;
import dev.kith.indexing.index.LiveIndex;
import dev.kith.indexing.index.TombstonePurge;
import dev.kith.schemas.Index;
import dev.kith.schemas.Steps;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the indices up to date from the start of the process to its end. */
@Singleton
@Requires(property = "kith.indexing.live", notEquals = "false")
class IndexingService implements ApplicationEventListener<StartupEvent>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexingService.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(15);
  private static final Duration CALM = Duration.ofMinutes(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final IndexingFactory factory;
  private final IndexRebuild rebuild;
  private final TombstonePurge purge;
  private final IndexingSettings settings;
  private volatile Optional<Running> loop = Optional.empty();
  private Optional<Thread> reading = Optional.empty();
  private Optional<Thread> tidying = Optional.empty();
  private Optional<Thread> watching = Optional.empty();
  private volatile boolean stopped;

  IndexingService(
      IndexingFactory factory,
      IndexRebuild rebuild,
      ElasticsearchSettings elasticsearch,
      IndexingSettings settings) {
    this.factory = factory;
    this.rebuild = rebuild;
    this.settings = settings;
    this.purge = new TombstonePurge(factory.client(), elasticsearch.indices());
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    factory.progress().starts();
    factory.servers().start();
    reading = Optional.of(Thread.ofPlatform().name(Steps.INDEXING).start(this::read));
    tidying = Optional.of(Thread.ofVirtual().name("indexing-tidy").start(this::tidy));
    watching = Optional.of(Thread.ofVirtual().name("indexing-watch").start(this::watch));
  }

  /**
   * A loop that fails begins again where it had committed; what failed it is said loudly. One that
   * ends because an index was lost or replaced begins again, too.
   */
  private void read() {
    var backoff = new Backoff(settings.minBackoff(), settings.maxBackoff());
    int failures = 0;
    while (!stopped) {
      Instant begun = Instant.now();
      try {
        loopOnce(backoff);
        failures = 0;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("indexing failed and begins again where it had committed", e);
        factory.progress().waits("failed, begins again: " + e);
        failures = Instant.now().isAfter(begun.plus(CALM)) ? 1 : failures + 1;
        if (!rest(backoff, failures)) {
          return;
        }
      }
    }
  }

  private static boolean rest(Backoff backoff, int failures) {
    try {
      backoff.rest(failures);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void loopOnce(Backoff backoff) throws InterruptedException {
    factory.progress().starts();
    Map<Index, LiveIndex> live = indices(backoff);
    var running = factory.loop(live);
    loop = Optional.of(new Running(running, live));
    if (stopped) {
      running.stop();
    }
    running.run();
  }

  /** A loop, and the indices it knows of. */
  private record Running(IndexingLoop loop, Map<Index, LiveIndex> indices) {}

  /** Waits for Elasticsearch, for as long as it takes. */
  private Map<Index, LiveIndex> indices(Backoff backoff) throws InterruptedException {
    for (int failures = 1; !stopped; failures++) {
      try {
        return factory.catalog().indices();
      } catch (IOException | ElasticsearchException e) {
        LOG.warn("waiting for the indices, attempt {}: {}", failures, e.getMessage());
        factory.progress().indices(Optional.of("Elasticsearch: " + e.getMessage()));
        backoff.rest(failures);
      }
    }
    throw new InterruptedException();
  }

  /**
   * Ends a loop once an index that it knows is lost or replaced; the next one knows the new one.
   */
  private void watch() {
    Optional<Running> ended = Optional.empty();
    try {
      while (!stopped) {
        Thread.sleep(BETWEEN_LOOKS);
        Optional<Running> now = loop;
        if (now.isPresent() && !now.equals(ended) && hasChanged(now.get())) {
          now.get().loop().stop();
          ended = now;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean hasChanged(Running running) throws InterruptedException {
    var asked = new FutureTask<>(() -> factory.catalog().change(running.indices()));
    Thread.ofVirtual().name("indexing-look").start(asked);
    try {
      Optional<String> change = asked.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      factory.progress().indices(change);
      change.ifPresent(what -> LOG.warn("{}", what));
      return change.isPresent();
    } catch (TimeoutException frozen) {
      factory
          .progress()
          .indices(
              Optional.of(
                  "Elasticsearch has not answered within %d s".formatted(TIMEOUT.toSeconds())));
    } catch (ExecutionException away) {
      factory.progress().indices(Optional.of("Elasticsearch: " + away.getCause()));
    }
    return false;
  }

  private void tidy() {
    var backoff = new Backoff(settings.purgeEvery(), settings.purgeEvery());
    try {
      for (Index index : rebuild.indices()) {
        finish(index, backoff);
      }
      while (!stopped) {
        purgeOnce();
        backoff.rest(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void finish(Index index, Backoff backoff) throws InterruptedException {
    while (!stopped) {
      try {
        rebuild.finish(index);
        return;
      } catch (IOException | RuntimeException e) {
        LOG.warn("{}: an unfinished rebuild cannot go on yet", index.alias(), e);
        backoff.rest(1);
      }
    }
  }

  private void purgeOnce() {
    try {
      long purged = purge.before(Instant.now().minus(settings.purgeAfter()));
      LOG.debug("{} documents of what ended are purged", purged);
    } catch (IOException | RuntimeException e) {
      LOG.warn("what has ended is not purged yet", e);
    }
  }

  /** Ends after what is under way, as far as that goes soon. */
  @Override
  @PreDestroy
  public void close() {
    stopped = true;
    loop.ifPresent(running -> running.loop().stop());
    watching.ifPresent(Thread::interrupt);
    tidying.ifPresent(Thread::interrupt);
    reading.ifPresent(IndexingService::end);
  }

  private static void end(Thread thread) {
    try {
      if (!thread.join(LONGEST_STOP)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
