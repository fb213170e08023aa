package dev.kith.identity.clustering;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Node records in memory. */
public final class InMemoryNodes implements IncrementalClustering.NodeStore {
  private final Map<String, NodeRecord> nodes = new HashMap<>();
  private final Set<String> marked = new LinkedHashSet<>();

  @Override
  public void forEach(Consumer<String> node) {
    nodes.keySet().forEach(node);
  }

  @Override
  public @Nullable NodeRecord get(String node) {
    return nodes.get(node);
  }

  @Override
  public void put(String node, @Nullable NodeRecord record) {
    if (record == null) {
      nodes.remove(node);
    } else {
      nodes.put(node, record);
    }
  }

  @Override
  public void mark(String node, boolean pending) {
    if (pending) {
      marked.add(node);
    } else {
      marked.remove(node);
    }
  }

  @Override
  public void forEachMarked(Consumer<String> node) {
    marked.forEach(node);
  }
}
