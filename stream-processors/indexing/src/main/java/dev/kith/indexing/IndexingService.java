package dev.kith.indexing;

import dev.kith.schemas.ElasticsearchSettings;
import dev.kith.schemas.Index;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the indices up to date from the start of the process to its end. */
@Singleton
@Requires(property = "kith.indexing.live", notEquals = "false")
class IndexingService implements ApplicationEventListener<StartupEvent>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexingService.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(15);
  private static final Duration CALM = Duration.ofMinutes(10);

  private final Workshop workshop;
  private final Rebuild rebuild;
  private final Purge purge;
  private final IndexingSettings settings;
  private volatile Optional<IndexingLoop> loop = Optional.empty();
  private Optional<Thread> reading = Optional.empty();
  private Optional<Thread> tidying = Optional.empty();
  private volatile boolean stopped;

  IndexingService(
      Workshop workshop,
      Rebuild rebuild,
      ElasticsearchSettings elasticsearch,
      IndexingSettings settings) {
    this.workshop = workshop;
    this.rebuild = rebuild;
    this.settings = settings;
    this.purge = new Purge(workshop.client(), elasticsearch.indices());
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    reading = Optional.of(Thread.ofPlatform().name("indexing").start(this::read));
    tidying = Optional.of(Thread.ofVirtual().name("indexing-tidy").start(this::tidy));
  }

  /** A loop that fails begins again where it had committed; what failed it is said loudly. */
  private void read() {
    var pace = new Pace(settings.shortestPause(), settings.longestPause());
    Instant begun = Instant.now();
    for (int failures = 0; !stopped; failures++) {
      if (Instant.now().isAfter(begun.plus(CALM))) {
        failures = 0;
      }
      begun = Instant.now();
      try {
        if (failures > 0) {
          pace.rest(failures);
        }
        loopOnce();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("indexing failed and begins again where it had committed", e);
        workshop.progress().waits("failed, begins again: " + e);
      }
    }
  }

  private void loopOnce() {
    var running = workshop.loop();
    loop = Optional.of(running);
    if (stopped) {
      running.stop();
    }
    running.run();
  }

  private void tidy() {
    var pace = new Pace(settings.purgeEvery(), settings.purgeEvery());
    try {
      for (Index index : rebuild.indices()) {
        finish(index, pace);
      }
      while (!stopped) {
        purgeOnce();
        pace.rest(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void finish(Index index, Pace pace) throws InterruptedException {
    while (!stopped) {
      try {
        rebuild.finish(index);
        return;
      } catch (IOException | RuntimeException e) {
        LOG.warn("{}: an unfinished rebuild cannot go on yet", index.alias(), e);
        pace.rest(1);
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
    loop.ifPresent(IndexingLoop::stop);
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
