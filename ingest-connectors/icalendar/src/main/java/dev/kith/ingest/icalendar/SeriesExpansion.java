package dev.kith.ingest.icalendar;

import java.time.Instant;
import java.util.List;

/**
 * The instances of an event within a window.
 *
 * @param instances by their start
 * @param from before which it says nothing: earlier instances may exist
 * @param isOpen whether instances follow after the window
 * @param ignored why parts were left out, once for each part
 */
public record SeriesExpansion(
    List<EventInstance> instances, Instant from, boolean isOpen, List<String> ignored) {
  /** With a copy of the lists. */
  public SeriesExpansion {
    instances = List.copyOf(instances);
    ignored = List.copyOf(ignored);
  }
}
