package dev.kith.identity.clustering;

import dev.kith.identity.account.AccountAttributes;
import dev.kith.identity.evidence.CannotLink;
import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.evidence.Finding;
import dev.kith.identity.evidence.MergeCandidate;
import dev.kith.identity.evidence.NodeId;
import dev.kith.identity.evidence.PairEvidence;
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
final class EvidenceGraph {
  private final IncrementalClustering.Rows rows;
  private final Function<String, Optional<AccountAttributes>> facts;
  private final Map<String, NodeRecord> read = new HashMap<>();
  private final Map<String, NodeRecord> changed = new LinkedHashMap<>();

  /**
   * The part is what will be asked for.
   *
   * @param rows of all nodes
   * @param facts of accounts
   */
  EvidenceGraph(
      IncrementalClustering.Rows rows, Function<String, Optional<AccountAttributes>> facts) {
    this.rows = rows;
    this.facts = facts;
  }

  NodeRecord row(String node) {
    return read.computeIfAbsent(node, this::load);
  }

  private NodeRecord load(String node) {
    NodeRecord kept = rows.get(node);
    return kept == null ? NodeRecord.EMPTY : kept;
  }

  void put(String node, NodeRecord row) {
    read.put(node, row);
    changed.put(node, row);
  }

  /** Takes in an edge; false if it says nothing new. */
  boolean change(EvidenceUpdate edge) {
    PairEvidence before = row(edge.from()).tie(edge.to(), edge.sort()).orElse(null);
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
  boolean change(String account, @Nullable AccountAttributes news) {
    NodeRecord row = row(account);
    if (row.isIdle() || Objects.equals(row.facts(), news)) {
      return false;
    }
    put(account, row.with(news));
    return true;
  }

  /** A row with the facts that it may have been made too early for. */
  private NodeRecord known(String node) {
    NodeRecord row = row(node);
    return row.facts() != null || NodeId.isIdentifier(node)
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
      for (NodeRecord.Link link : row(node).links()) {
        if (isBond(node, link) && reached.add(link.to())) {
          next.add(link.to());
        }
      }
    }
    return reached.size() > most ? Optional.empty() : Optional.of(reached);
  }

  /** What has to be clustered together. */
  ConnectedComponent component(Set<String> nodes) {
    var component = ConnectedComponent.empty();
    for (String node : nodes) {
      NodeRecord row = row(node);
      if (!NodeId.isIdentifier(node) && row.facts() != null) {
        component.accounts().put(node, row.facts());
        row.links().stream()
            .filter(link -> isThere(link.to()))
            .forEach(link -> collect(node, link, component));
      }
    }
    return component;
  }

  private boolean isThere(String node) {
    return NodeId.isIdentifier(node) || row(node).facts() != null;
  }

  /** What stands at both ends is taken once where both ends are of this part. */
  private void collect(String account, NodeRecord.Link link, ConnectedComponent component) {
    boolean first = account.compareTo(link.to()) < 0;
    switch (link.tie()) {
      case PairEvidence.Owns _ -> component.bonds().add(MergeCandidate.owning(account, link.to()));
      case PairEvidence.Decided _ when !isAwake(account, link) -> {}
      case PairEvidence.Decided decided when decided.verdict() == Verdict.DIFFERENT ->
          component.differences().add(CannotLink.of(account, link.to(), decided.by()));
      case PairEvidence.Decided decided -> {
        if (first) {
          component.bonds().add(MergeCandidate.decided(account, link.to(), decided.by()));
        }
      }
      case PairEvidence.Alike alike -> {
        if (first) {
          component.bonds().add(MergeCandidate.alike(account, link.to(), alike));
        }
      }
      case PairEvidence.MayBe maybe ->
          component.suggestions().add(Finding.suggestion(account, link.to(), maybe));
    }
  }

  private boolean isBond(String node, NodeRecord.Link link) {
    return switch (link.tie()) {
      case PairEvidence.Owns _, PairEvidence.Alike _ -> true;
      case PairEvidence.Decided decided -> decided.verdict() == Verdict.SAME && isAwake(node, link);
      case PairEvidence.MayBe _ -> false;
    };
  }

  /** A decision counts while both accounts say the same. */
  private boolean isAwake(String account, NodeRecord.Link link) {
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
