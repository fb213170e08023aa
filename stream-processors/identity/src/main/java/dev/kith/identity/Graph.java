package dev.kith.identity;

import dev.kith.schemas.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The part of the evidence graph that one edge touches, read once and written once. */
final class Graph {
  private final Ledger.Rows rows;
  private final Map<String, Row> read = new HashMap<>();
  private final Map<String, Row> changed = new LinkedHashMap<>();

  Graph(Ledger.Rows rows) {
    this.rows = rows;
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
    Row before = row(edge.from());
    Row after = before.with(edge.to(), edge.sort(), edge.tie()).with(edge.facts());
    boolean sameTie = Objects.equals(before.tie(edge.to(), edge.sort()).orElse(null), edge.tie());
    if (sameTie && Objects.equals(before.facts(), after.facts())) {
      return false;
    }
    put(edge.from(), after);
    if (Node.isIdentifier(edge.to()) && !sameTie) {
      put(edge.to(), row(edge.to()).with(edge.from(), edge.sort(), edge.tie()));
    }
    return true;
  }

  /** All nodes that bonds connect with a node, and itself. */
  Set<String> around(String start) {
    Set<String> reached = new TreeSet<>(Set.of(start));
    var next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      String node = next.poll();
      for (Row.Link link : row(node).links()) {
        if (isBond(node, link) && reached.add(link.to())) {
          next.add(link.to());
        }
      }
    }
    return reached;
  }

  /** What has to be clustered together. */
  Component component(Set<String> nodes) {
    var accounts = new TreeMap<String, Facts>();
    List<Bond> bonds = new ArrayList<>();
    Set<Difference> differences = new HashSet<>();
    for (String node : nodes) {
      Row row = row(node);
      if (!Node.isIdentifier(node) && row.facts() != null) {
        accounts.put(node, row.facts());
        row.links().forEach(link -> collect(node, link, bonds, differences));
      }
    }
    return new Component(accounts, bonds, List.copyOf(differences));
  }

  private void collect(
      String account, Row.Link link, List<Bond> bonds, Set<Difference> differences) {
    boolean first = account.compareTo(link.to()) < 0;
    switch (link.tie()) {
      case Tie.Owns _ -> bonds.add(Bond.owning(account, link.to()));
      case Tie.Decided decided when !isAwake(account, link) -> {}
      case Tie.Decided decided when decided.verdict() == Verdict.DIFFERENT ->
          differences.add(
              first
                  ? new Difference(account, link.to(), decided.by())
                  : new Difference(link.to(), account, decided.by()));
      case Tie.Decided decided -> {
        if (first) {
          bonds.add(Bond.decided(account, link.to(), decided.by()));
        }
      }
      case Tie.Alike alike -> {
        if (first && isAwake(account, link)) {
          bonds.add(Bond.alike(account, link.to(), alike));
        }
      }
    }
  }

  private boolean isBond(String node, Row.Link link) {
    return switch (link.tie()) {
      case Tie.Owns _ -> true;
      case Tie.Decided decided -> decided.verdict() == Verdict.SAME && isAwake(node, link);
      case Tie.Alike _ -> isAwake(node, link);
    };
  }

  /** A tie between two accounts counts while both say the same. */
  private boolean isAwake(String account, Row.Link link) {
    return row(link.to())
        .tie(account, link.tie().sort())
        .filter(said -> said.equals(link.tie()))
        .isPresent();
  }

  /** Writes what has changed; a node without ties needs no row. */
  void flush() {
    changed.forEach((node, row) -> rows.put(node, row.links().isEmpty() ? null : row));
  }
}
