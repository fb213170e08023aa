package dev.kith.api.sources;

import dev.kith.api.kafka.LatestValues;
import dev.kith.clients.KafkaSettings;
import dev.kith.schemas.CursorRecord;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the latest cursor of each source from its Kafka topic. */
@Singleton
final class KafkaSourceStates implements SourceStates {
  private final LatestValues<CursorRecord> cursors;

  KafkaSourceStates(KafkaSettings settings) {
    this.cursors = new LatestValues<>(settings, settings.topics().cursors());
  }

  @Override
  public List<CursorRecord> all() {
    return List.copyOf(cursors.all().values());
  }

  @PreDestroy
  void close() {
    cursors.close();
  }
}
