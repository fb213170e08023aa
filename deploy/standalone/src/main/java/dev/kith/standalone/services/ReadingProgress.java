package dev.kith.standalone.services;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The progress of reading, resolving and indexing.
 *
 * @param atRest whether all items of the sources are read, resolved and indexed
 * @param searchable the number of activities that a search finds now
 */
@Serdeable
public record ReadingProgress(
    boolean atRest, long searchable, List<Source> sources, List<Step> steps) {

  /** Missing fields are empty lists, which JSON leaves out. */
  public ReadingProgress(
      boolean atRest, long searchable, @Nullable List<Source> sources, @Nullable List<Step> steps) {
    this.atRest = atRest;
    this.searchable = searchable;
    this.sources = sources == null ? List.of() : List.copyOf(sources);
    this.steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /**
   * The progress of one source.
   *
   * @param indexed the number of its activities in the index
   */
  @Serdeable
  public record Source(
      String name,
      String network,
      String state,
      @Nullable String message,
      long read,
      long indexed,
      long unreadable,
      @Nullable Long remaining,
      double rate) {}

  /**
   * The progress of one step.
   *
   * @param behind the number of records that it has not read
   * @param message the obstacle of the step
   */
  @Serdeable
  public record Step(String name, long behind, @Nullable String message) {}

  /** The obstacle of each step that cannot go on. */
  @Serdeable
  public record Troubles(Map<String, String> steps) {

    /** Missing fields are empty maps, which JSON leaves out. */
    public Troubles(@Nullable Map<String, String> steps) {
      this.steps = steps == null ? Map.of() : Map.copyOf(steps);
    }
  }
}
