package dev.kith.ingest.runtime;

import dev.kith.ingest.SourceKey;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The sources to read. Immutable.
 *
 * @param settings of all sources by key, such as {@code kith.sources.mail.inbox.location}
 * @param paused names of sources that are not read for now
 */
public record SourceSet(Map<String, String> settings, Set<String> paused) {
  /** No sources. */
  public static final SourceSet NONE = new SourceSet(Map.of(), Set.of());

  public SourceSet {
    settings = Map.copyOf(settings);
    paused = Set.copyOf(paused);
  }

  /** The network of each source, from the keys, by the name of the source. */
  public Map<String, String> networks() {
    Map<String, String> networks = new TreeMap<>();
    for (String key : settings.keySet()) {
      SourceKey.parse(key).ifPresent(parts -> networks.put(parts.source(), parts.network()));
    }
    return networks;
  }

  /** Names of the sources that are in only one of both sets, or have different settings. */
  Set<String> differing(SourceSet other) {
    Map<String, Map<String, String>> own = byName();
    Map<String, Map<String, String>> others = other.byName();
    Set<String> names = new TreeSet<>(own.keySet());
    names.addAll(others.keySet());
    names.removeIf(name -> Objects.equals(own.get(name), others.get(name)));
    return names;
  }

  private Map<String, Map<String, String>> byName() {
    Map<String, Map<String, String>> all = new TreeMap<>();
    settings.forEach(
        (key, value) ->
            SourceKey.parse(key)
                .ifPresent(
                    parts ->
                        all.computeIfAbsent(parts.source(), name -> new TreeMap<>())
                            .put(key, value)));
    return all;
  }
}
