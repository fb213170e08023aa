package dev.kith.indexing.bulk;

import dev.kith.indexing.bulk.DocumentWrite.Put;
import dev.kith.indexing.bulk.DocumentWrite.Remove;
import dev.kith.indexing.bulk.DocumentWrite.SetAside;
import dev.kith.schemas.Index;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts documents by index and by what became of them. */
public final class DocumentMetrics {
  private final Map<Index, Map<DocumentOutcome, Counter>> counters = new HashMap<>();

  public DocumentMetrics(MeterRegistry meters, List<Index> indices) {
    for (Index index : indices) {
      Map<DocumentOutcome, Counter> ofIndex = new EnumMap<>(DocumentOutcome.class);
      for (DocumentOutcome verdict : DocumentOutcome.values()) {
        ofIndex.put(verdict, counter(meters, index, verdict));
      }
      counters.put(index, ofIndex);
    }
  }

  private static Counter counter(MeterRegistry meters, Index index, DocumentOutcome verdict) {
    return Counter.builder("kith.indexing.documents")
        .description("Answers of Elasticsearch about documents")
        .tag("index", index.alias())
        .tag("outcome", verdict.name().toLowerCase(Locale.ROOT))
        .register(meters);
  }

  public void count(PendingWrite entry, DocumentOutcome verdict) {
    Index index =
        switch (entry.write()) {
          case Put put -> put.index();
          case Remove remove -> remove.index();
          case SetAside aside -> throw new IllegalArgumentException("never sent: " + aside);
        };
    counters
        .getOrDefault(index, Map.of())
        .computeIfPresent(
            verdict,
            (v, counter) -> {
              counter.increment();
              return counter;
            });
  }
}
