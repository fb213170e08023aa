package dev.kith.indexing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.kith.schemas.ElasticsearchSettings;
import dev.kith.schemas.Index;
import dev.kith.schemas.KafkaSettings;
import dev.kith.schemas.ServerProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes what the live loop and a rebuild have in common; holds the connections they share. */
@Singleton
class Workshop implements AutoCloseable {
  private final KafkaSettings kafka;
  private final ElasticsearchSettings elasticsearch;
  private final IndexingSettings settings;
  private final Clock clock = Clock.systemUTC();
  private final ElasticsearchClient client;
  private final Unreadables unreadables;
  private final DocumentCounts counts;
  private final Progress progress = new Progress();
  private final ServerProbe servers;

  Workshop(
      KafkaSettings kafka,
      ElasticsearchSettings elasticsearch,
      IndexingSettings settings,
      MeterRegistry meters) {
    this.kafka = kafka;
    this.elasticsearch = elasticsearch;
    this.settings = settings;
    servers = new ServerProbe(kafka);
    client = elasticsearch.connect();
    counts = new DocumentCounts(meters, elasticsearch.indices().all());
    unreadables = new Unreadables(kafka, unreadable(meters), clock);
  }

  private static Counter unreadable(MeterRegistry meters) {
    return meters.counter("kith.unreadable", "step", Unreadables.STEP);
  }

  ElasticsearchClient client() {
    return client;
  }

  Progress progress() {
    return progress;
  }

  /** Looks whether the broker and the registry answer. */
  ServerProbe servers() {
    return servers;
  }

  /** What is in the way of indexing, in one sentence, if something is. */
  Optional<String> trouble() {
    return servers.trouble().or(progress::trouble);
  }

  Intake intake() {
    return new Intake(kafka.topics(), elasticsearch.indices(), clock);
  }

  /** Which index is behind each alias. */
  IndexCatalog catalog() {
    return new IndexCatalog(client, elasticsearch.indices());
  }

  /** A loop that keeps the indices up to date. */
  IndexingLoop loop(Map<Index, LiveIndex> indices) {
    Intake intake = intake();
    Map<String, LiveIndex> byTopic = new HashMap<>();
    indices.forEach((index, live) -> byTopic.put(intake.topic(index), live));
    return new IndexingLoop(
        Consumers.live(kafka, settings.bulkDocuments()),
        intake,
        pipeline(UnaryOperator.identity(), progress),
        settings,
        new IndexedOffsets(byTopic),
        progress,
        new Freshness(new RefreshInterval(client, elasticsearch.indices())));
  }

  /** Reads a topic again, into the index behind {@code alias}. */
  Replay replay(String topic, String alias) {
    return new Replay(
        Consumers.replaying(kafka, settings.bulkDocuments()),
        topic,
        intake(),
        pipeline(index -> alias, new Progress()),
        settings);
  }

  private Pipeline pipeline(UnaryOperator<String> target, Progress reported) {
    var pace = new Pace(settings.shortestPause(), settings.longestPause());
    var writer = new BulkWriter(new Bulk(client, target, counts), unreadables, pace, reported);
    return new Pipeline(writer, settings.inFlight());
  }

  @Override
  @PreDestroy
  public void close() {
    servers.close();
    unreadables.close();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the Elasticsearch client could not be closed", e);
    }
  }
}
