package dev.kith.standalone.services;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far everything has come.
 *
 * @param atRest all that the sources hold is read, resolved and indexed
 * @param searchable activities that a search finds now
 */
@Serdeable
public record ReadingProgress(
    boolean atRest, long searchable, List<Source> sources, List<Step> steps) {

  /** On the wire an empty list is left out. */
  public ReadingProgress(
      boolean atRest, long searchable, @Nullable List<Source> sources, @Nullable List<Step> steps) {
    this.atRest = atRest;
    this.searchable = searchable;
    this.sources = sources == null ? List.of() : List.copyOf(sources);
    this.steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /**
   * One source.
   *
   * @param indexed its activities that are in the index
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
   * One step.
   *
   * @param behind how many records it has still to read
   * @param message what is in its way
   */
  @Serdeable
  public record Step(String name, long behind, @Nullable String message) {}

  /** What is in the way of each step that cannot go on. */
  @Serdeable
  public record Troubles(Map<String, String> steps) {

    /** On the wire an empty map is left out. */
    public Troubles(@Nullable Map<String, String> steps) {
      this.steps = steps == null ? Map.of() : Map.copyOf(steps);
    }
  }
}
