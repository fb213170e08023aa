package dev.kith.api.sources;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which sources are read, and how that is changed. A program that reads sources beside the API
 * offers one; without one, sources are settings of the service that reads them.
 */
public interface SourceConfiguration {

  /** All configured sources, by name. */
  List<ConfiguredSource> all();

  /** The networks of which a source can be added. */
  List<NetworkDescription> networks();

  /**
   * Adds a source and returns its name.
   *
   * @param name of the source; generated if it is null
   * @throws SourceRefusedException with what was expected and what was found
   */
  String add(String network, @Nullable String name, Map<String, String> settings);

  /** Does something with a source that is configured. */
  void change(String name, SourceChange change);

  /**
   * Removes a source.
   *
   * @param forget whether what only this source has delivered is taken away
   */
  void remove(String name, boolean forget);

  /** What can be done with a source. */
  enum SourceChange {
    PAUSE,
    RESUME,
    RETRY
  }
}
