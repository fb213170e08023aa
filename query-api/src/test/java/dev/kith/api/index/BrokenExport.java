package dev.kith.api.index;

import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.index.IndexScanner.IndexScan;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/** An export whose first page can be read and whose second one fails. */
@Singleton
@Requires(property = "test.export", value = "broken")
@Replaces(IndexScanner.class)
final class BrokenExport extends IndexScanner {
  private final FakePeople people;

  BrokenExport(FakePeople people) {
    super(NoElasticsearch.client());
    this.people = people;
  }

  @Override
  public IndexScan<IndexedPerson> people() {
    return new Broken<>(people.byIds(List.of("ann0000000000000")));
  }

  @Override
  public IndexScan<IndexedRelationship> relationships() {
    return new Broken<>(List.of());
  }

  @Override
  public IndexScan<IndexedActivity> activities() {
    return new Broken<>(List.of());
  }

  private static final class Broken<T> implements IndexScan<T> {
    private List<T> first;

    Broken(List<T> first) {
      this.first = first;
    }

    @Override
    public List<T> next() {
      if (first.isEmpty()) {
        throw new ServiceUnavailable(
            "Elasticsearch cannot be reached", new IllegalStateException("reset"));
      }
      List<T> page = first;
      first = List.of();
      return page;
    }

    @Override
    public void close() {
      first = List.of();
    }
  }
}
