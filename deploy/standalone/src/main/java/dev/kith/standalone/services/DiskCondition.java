package dev.kith.standalone.services;

import dev.kith.flow.StreamsSettings;
import dev.kith.ingest.runtime.ReadPrecondition;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Pauses reading before the disk is full, because Kafka and Elasticsearch write to the same disk.
 */
@Singleton
final class DiskCondition implements ReadPrecondition {

  private static final long MB = 1L << 20;

  private final LongSupplier free;
  private final long reserve;

  @Inject
  DiskCondition(StreamsSettings streams, DiskSettings settings) {
    this(() -> free(streams.stateDir()), settings.reserve());
  }

  DiskCondition(LongSupplier free, long reserve) {
    this.free = free;
    this.reserve = reserve;
  }

  @Override
  public Optional<String> obstacle() {
    long bytes = free.getAsLong();
    return bytes >= reserve
        ? Optional.empty()
        : Optional.of(
            "the disk is full (%d MB free, %d MB are kept free): reading goes on when there is room"
                .formatted(bytes / MB, reserve / MB));
  }

  private static long free(Path folder) {
    try {
      Path existing = folder.toAbsolutePath();
      while (!Files.exists(existing) && existing.getParent() != null) {
        existing = existing.getParent();
      }
      return Files.getFileStore(existing).getUsableSpace();
    } catch (IOException unknown) {
      return Long.MAX_VALUE;
    }
  }
}
