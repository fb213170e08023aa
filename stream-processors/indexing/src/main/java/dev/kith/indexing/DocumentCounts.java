package dev.kith.indexing;

import dev.kith.indexing.Write.Put;
import dev.kith.indexing.Write.Remove;
import dev.kith.indexing.Write.SetAside;
import dev.kith.schemas.Index;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts documents by index and by what became of them. */
final class DocumentCounts {
  private final Map<Index, Map<Verdict, Counter>> counters = new HashMap<>();

  DocumentCounts(MeterRegistry meters, List<Index> indices) {
    for (Index index : indices) {
      Map<Verdict, Counter> ofIndex = new EnumMap<>(Verdict.class);
      for (Verdict verdict : Verdict.values()) {
        ofIndex.put(verdict, counter(meters, index, verdict));
      }
      counters.put(index, ofIndex);
    }
  }

  private static Counter counter(MeterRegistry meters, Index index, Verdict verdict) {
    return Counter.builder("kith.indexing.documents")
        .description("Answers of Elasticsearch about documents")
        .tag("index", index.alias())
        .tag("outcome", verdict.name().toLowerCase(Locale.ROOT))
        .register(meters);
  }

  void count(Entry entry, Verdict verdict) {
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
