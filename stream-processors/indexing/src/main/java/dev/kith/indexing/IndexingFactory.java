package dev.kith.indexing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.kith.clients.ElasticsearchSettings;
import dev.kith.clients.KafkaSettings;
import dev.kith.clients.ServerProbe;
import dev.kith.indexing.bulk.Backoff;
import dev.kith.indexing.bulk.BulkClient;
import dev.kith.indexing.bulk.BulkPipeline;
import dev.kith.indexing.bulk.BulkWriter;
import dev.kith.indexing.bulk.DeadLetterProducer;
import dev.kith.indexing.bulk.DocumentMetrics;
import dev.kith.indexing.bulk.IndexingProgress;
import dev.kith.indexing.bulk.IndexingSettings;
import dev.kith.indexing.consume.ConsumerFactory;
import dev.kith.indexing.consume.IndexingLoop;
import dev.kith.indexing.consume.RecordReader;
import dev.kith.indexing.consume.TopicReplay;
import dev.kith.indexing.index.IndexCatalog;
import dev.kith.indexing.index.IndexedOffsets;
import dev.kith.indexing.index.LiveIndex;
import dev.kith.indexing.index.RefreshController;
import dev.kith.indexing.index.RefreshInterval;
import dev.kith.schemas.Index;
import dev.kith.schemas.Steps;
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

/** Makes the parts that the live loop and a rebuild share, and holds their connections. */
@Singleton
class IndexingFactory implements AutoCloseable {
  private final KafkaSettings kafka;
  private final ElasticsearchSettings elasticsearch;
  private final IndexingSettings settings;
  private final Clock clock = Clock.systemUTC();
  private final ElasticsearchClient client;
  private final DeadLetterProducer deadLetters;
  private final DocumentMetrics counts;
  private final IndexingProgress progress = new IndexingProgress();
  private final ServerProbe servers;

  IndexingFactory(
      KafkaSettings kafka,
      ElasticsearchSettings elasticsearch,
      IndexingSettings settings,
      MeterRegistry meters) {
    this.kafka = kafka;
    this.elasticsearch = elasticsearch;
    this.settings = settings;
    servers = new ServerProbe(kafka);
    client = elasticsearch.connect();
    counts = new DocumentMetrics(meters, elasticsearch.indices().all());
    deadLetters = new DeadLetterProducer(kafka, unreadable(meters), clock);
  }

  private static Counter unreadable(MeterRegistry meters) {
    return meters.counter("kith.unreadable", "step", Steps.INDEXING);
  }

  ElasticsearchClient client() {
    return client;
  }

  IndexingProgress progress() {
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

  RecordReader reader() {
    return new RecordReader(kafka.topics(), elasticsearch.indices(), clock);
  }

  /** Which index is behind each alias. */
  IndexCatalog catalog() {
    return new IndexCatalog(client, elasticsearch.indices());
  }

  /** A loop that keeps the indices up to date. */
  IndexingLoop loop(Map<Index, LiveIndex> indices) {
    RecordReader reader = reader();
    Map<String, LiveIndex> byTopic = new HashMap<>();
    indices.forEach((index, live) -> byTopic.put(reader.topic(index), live));
    return new IndexingLoop(
        ConsumerFactory.live(kafka, settings.bulkDocuments()),
        reader,
        pipeline(UnaryOperator.identity(), progress),
        settings,
        new IndexedOffsets(byTopic),
        progress,
        new RefreshController(new RefreshInterval(client, elasticsearch.indices())));
  }

  /** Reads a topic again, into the index behind {@code alias}. */
  TopicReplay replay(String topic, String alias) {
    return new TopicReplay(
        ConsumerFactory.replaying(kafka, settings.bulkDocuments()),
        topic,
        reader(),
        pipeline(index -> alias, new IndexingProgress()),
        settings);
  }

  private BulkPipeline pipeline(UnaryOperator<String> target, IndexingProgress reported) {
    var backoff = new Backoff(settings.minBackoff(), settings.maxBackoff());
    var writer =
        new BulkWriter(new BulkClient(client, target, counts), deadLetters, backoff, reported);
    return new BulkPipeline(writer, settings.inFlight());
  }

  @Override
  @PreDestroy
  public void close() {
    servers.close();
    deadLetters.close();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the Elasticsearch client could not be closed", e);
    }
  }
}
