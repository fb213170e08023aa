package dev.kith.api.sources;

import dev.kith.api.kafka.LatestValues;
import dev.kith.schemas.CursorRecord;
import dev.kith.schemas.KafkaSettings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;

/** The last word of each source, from the topic of cursors. */
@Singleton
final class KafkaSources implements Sources {
  private final LatestValues<CursorRecord> cursors;

  KafkaSources(KafkaSettings settings) {
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
