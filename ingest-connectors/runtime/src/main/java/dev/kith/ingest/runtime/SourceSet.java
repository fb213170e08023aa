package dev.kith.ingest.runtime;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sources to read.
 *
 * @param settings of all of them, by key: {@code kith.sources.mail.inbox.location}
 * @param paused names of those that are not read for now
 */
public record SourceSet(Map<String, String> settings, Set<String> paused) {
  /** No sources. */
  public static final SourceSet NONE = new SourceSet(Map.of(), Set.of());

  private static final Pattern KEY = Pattern.compile("kith\\.sources\\.([^.]+)\\.([^.]+)\\..+");

  public SourceSet {
    settings = Map.copyOf(settings);
    paused = Set.copyOf(paused);
  }

  /** The network of each source, as it stands in the keys, by its name. */
  public Map<String, String> networks() {
    Map<String, String> networks = new TreeMap<>();
    for (String key : settings.keySet()) {
      Matcher parts = KEY.matcher(key);
      if (parts.matches()) {
        networks.put(parts.group(2), parts.group(1));
      }
    }
    return networks;
  }

  /** Names of the sources that one of both sets does not have, or has with other settings. */
  Set<String> differing(SourceSet other) {
    Map<String, Map<String, String>> here = byName();
    Map<String, Map<String, String>> there = other.byName();
    Set<String> names = new TreeSet<>(here.keySet());
    names.addAll(there.keySet());
    names.removeIf(name -> Objects.equals(here.get(name), there.get(name)));
    return names;
  }

  private Map<String, Map<String, String>> byName() {
    Map<String, Map<String, String>> all = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          Matcher parts = KEY.matcher(key);
          if (parts.matches()) {
            all.computeIfAbsent(parts.group(2), name -> new TreeMap<>()).put(key, value);
          }
        });
    return all;
  }
}
