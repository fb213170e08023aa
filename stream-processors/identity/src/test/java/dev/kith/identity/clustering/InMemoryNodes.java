package dev.kith.identity.clustering;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows of the ledger in memory. */
public final class InMemoryNodes implements IncrementalClustering.Rows {
  private final Map<String, NodeRecord> rows = new HashMap<>();
  private final Set<String> marked = new LinkedHashSet<>();

  @Override
  public void forEach(Consumer<String> node) {
    rows.keySet().forEach(node);
  }

  @Override
  public @Nullable NodeRecord get(String node) {
    return rows.get(node);
  }

  @Override
  public void put(String node, @Nullable NodeRecord row) {
    if (row == null) {
      rows.remove(node);
    } else {
      rows.put(node, row);
    }
  }

  @Override
  public void mark(String node, boolean unsettled) {
    if (unsettled) {
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
