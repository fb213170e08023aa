package dev.kith.identity;

import dev.kith.schemas.Verdict;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The part of the evidence graph that some edges touch, read once and written once. */
final class Graph {
  private final Ledger.Rows rows;
  private final Function<String, Optional<Facts>> facts;
  private final Map<String, Row> read = new HashMap<>();
  private final Map<String, Row> changed = new LinkedHashMap<>();

  /**
   * The part is what will be asked for.
   *
   * @param rows of all nodes
   * @param facts of accounts
   */
  Graph(Ledger.Rows rows, Function<String, Optional<Facts>> facts) {
    this.rows = rows;
    this.facts = facts;
  }

  Row row(String node) {
    return read.computeIfAbsent(node, this::load);
  }

  private Row load(String node) {
    Row kept = rows.get(node);
    return kept == null ? Row.EMPTY : kept;
  }

  void put(String node, Row row) {
    read.put(node, row);
    changed.put(node, row);
  }

  /** Takes in an edge; false if it says nothing new. */
  boolean change(Edge edge) {
    Tie before = row(edge.from()).tie(edge.to(), edge.sort()).orElse(null);
    if (Objects.equals(before, edge.tie())) {
      return false;
    }
    put(edge.from(), known(edge.from()).with(edge.to(), edge.sort(), edge.tie()));
    if (edge.isMutual()) {
      put(edge.to(), known(edge.to()).with(edge.from(), edge.sort(), edge.tie()));
    }
    return true;
  }

  /** Takes in what is now known of an account; false if that is nothing new or it is alone. */
  boolean change(String account, @Nullable Facts news) {
    Row row = row(account);
    if (row.isIdle() || Objects.equals(row.facts(), news)) {
      return false;
    }
    put(account, row.with(news));
    return true;
  }

  /** A row with the facts that it may have been made too early for. */
  private Row known(String node) {
    Row row = row(node);
    return row.facts() != null || Node.isIdentifier(node)
        ? row
        : row.with(facts.apply(node).orElse(null));
  }

  /** All nodes that bonds connect with a node, and itself. */
  Set<String> around(String start) {
    return around(start, Integer.MAX_VALUE, Set.of()).orElseThrow();
  }

  /** The same, unless it is more than so many nodes, or one of some is among them. */
  Optional<Set<String>> around(String start, int most, Set<String> some) {
    Set<String> reached = new LinkedHashSet<>(Set.of(start));
    var next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      String node = next.poll();
      if (reached.size() > most || some.contains(node)) {
        return Optional.empty();
      }
      for (Row.Link link : row(node).links()) {
        if (isBond(node, link) && reached.add(link.to())) {
          next.add(link.to());
        }
      }
    }
    return reached.size() > most ? Optional.empty() : Optional.of(reached);
  }

  /** What has to be clustered together. */
  Component component(Set<String> nodes) {
    var component = Component.empty();
    for (String node : nodes) {
      Row row = row(node);
      if (!Node.isIdentifier(node) && row.facts() != null) {
        component.accounts().put(node, row.facts());
        row.links().stream()
            .filter(link -> isThere(link.to()))
            .forEach(link -> collect(node, link, component));
      }
    }
    return component;
  }

  private boolean isThere(String node) {
    return Node.isIdentifier(node) || row(node).facts() != null;
  }

  /** What stands at both ends is taken once where both ends are of this part. */
  private void collect(String account, Row.Link link, Component component) {
    boolean first = account.compareTo(link.to()) < 0;
    switch (link.tie()) {
      case Tie.Owns _ -> component.bonds().add(Bond.owning(account, link.to()));
      case Tie.Decided _ when !isAwake(account, link) -> {}
      case Tie.Decided decided when decided.verdict() == Verdict.DIFFERENT ->
          component.differences().add(Difference.of(account, link.to(), decided.by()));
      case Tie.Decided decided -> {
        if (first) {
          component.bonds().add(Bond.decided(account, link.to(), decided.by()));
        }
      }
      case Tie.Alike alike -> {
        if (first) {
          component.bonds().add(Bond.alike(account, link.to(), alike));
        }
      }
      case Tie.MayBe maybe ->
          component.suggestions().add(Finding.suggestion(account, link.to(), maybe));
    }
  }

  private boolean isBond(String node, Row.Link link) {
    return switch (link.tie()) {
      case Tie.Owns _, Tie.Alike _ -> true;
      case Tie.Decided decided -> decided.verdict() == Verdict.SAME && isAwake(node, link);
      case Tie.MayBe _ -> false;
    };
  }

  /** A decision counts while both accounts say the same. */
  private boolean isAwake(String account, Row.Link link) {
    return row(link.to())
        .tie(account, link.tie().sort())
        .filter(said -> said.equals(link.tie()))
        .isPresent();
  }

  /** Writes what has changed; a node of which there is nothing to say needs no row. */
  void flush() {
    changed.forEach((node, row) -> rows.put(node, row.isIdle() ? null : row));
  }
}
