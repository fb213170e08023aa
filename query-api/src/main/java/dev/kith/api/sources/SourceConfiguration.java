package dev.kith.api.sources;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists and changes the configured sources. A program that runs the sources and the API in one
 * process provides a bean. Without a bean, the sources are configured in the settings of the
 * service that reads them.
 */
public interface SourceConfiguration {

  /** All configured sources, by name. */
  List<ConfiguredSource> all();

  /** The networks of which a source can be added. */
  List<NetworkDescription> networks();

  /**
   * Adds a source, or begins the login that it needs.
   *
   * @param name of the source; generated if it is null
   * @param code of the login that was begun with the same network, name and settings
   * @throws SourceRefusedException if the network, the name or a setting is not accepted
   */
  AddedSource add(
      String network, @Nullable String name, Map<String, String> settings, @Nullable String code);

  /**
   * Changes settings of a source, and reads it at once.
   *
   * @param settings by key; an empty value removes one
   * @throws SourceRefusedException if a setting is not accepted; then nothing is changed
   */
  void set(String name, Map<String, String> settings);

  /** Pauses, resumes or retries a configured source. */
  void change(String name, SourceChange change);

  /**
   * Removes a source.
   *
   * @param forget whether the data that only this source has delivered is deleted
   */
  void remove(String name, boolean forget);

  /** A change of the state of a source. */
  enum SourceChange {
    PAUSE,
    RESUME,
    RETRY
  }
}
