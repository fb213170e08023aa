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

/**
 * The part of the evidence graph that some updates affect. Each node is read once and written once.
 */
final class EvidenceGraph {
  private final IncrementalClustering.NodeStore nodes;
  private final Function<String, Optional<AccountAttributes>> attributes;
  private final Map<String, NodeRecord> read = new HashMap<>();
  private final Map<String, NodeRecord> changed = new LinkedHashMap<>();

  /**
   * Nodes are loaded when they are first needed.
   *
   * @param nodes of all nodes
   * @param attributes of accounts
   */
  EvidenceGraph(
      IncrementalClustering.NodeStore nodes,
      Function<String, Optional<AccountAttributes>> attributes) {
    this.nodes = nodes;
    this.attributes = attributes;
  }

  NodeRecord record(String node) {
    return read.computeIfAbsent(node, this::load);
  }

  private NodeRecord load(String node) {
    NodeRecord kept = nodes.get(node);
    return kept == null ? NodeRecord.EMPTY : kept;
  }

  void put(String node, NodeRecord record) {
    read.put(node, record);
    changed.put(node, record);
  }

  /** Applies an update; false if nothing changes. */
  boolean change(EvidenceUpdate update) {
    PairEvidence before = record(update.from()).evidence(update.to(), update.type()).orElse(null);
    if (Objects.equals(before, update.evidence())) {
      return false;
    }
    put(update.from(), known(update.from()).with(update.to(), update.type(), update.evidence()));
    if (update.isMutual()) {
      put(update.to(), known(update.to()).with(update.from(), update.type(), update.evidence()));
    }
    return true;
  }

  /** Sets the attributes of an account; false if nothing changes or the account has no evidence. */
  boolean change(String account, @Nullable AccountAttributes current) {
    NodeRecord record = record(account);
    if (record.isIdle() || Objects.equals(record.attributes(), current)) {
      return false;
    }
    put(account, record.with(current));
    return true;
  }

  /** The record of a node, with the attributes that were missing when it was created. */
  private NodeRecord known(String node) {
    NodeRecord record = record(node);
    return record.attributes() != null || NodeId.isIdentifier(node)
        ? record
        : record.with(attributes.apply(node).orElse(null));
  }

  /** The connected component of a node. */
  Set<String> around(String start) {
    return around(start, Integer.MAX_VALUE, Set.of()).orElseThrow();
  }

  /** The same; empty if it has more nodes than {@code max}, or one of {@code some}. */
  Optional<Set<String>> around(String start, int max, Set<String> some) {
    Set<String> reached = new LinkedHashSet<>(Set.of(start));
    var next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      String node = next.poll();
      if (reached.size() > max || some.contains(node)) {
        return Optional.empty();
      }
      for (NodeRecord.Link link : record(node).links()) {
        if (isBond(node, link) && reached.add(link.to())) {
          next.add(link.to());
        }
      }
    }
    return reached.size() > max ? Optional.empty() : Optional.of(reached);
  }

  /** The component of these nodes. */
  ConnectedComponent component(Set<String> nodes) {
    var component = ConnectedComponent.empty();
    for (String node : nodes) {
      NodeRecord record = record(node);
      if (!NodeId.isIdentifier(node) && record.attributes() != null) {
        component.accounts().put(node, record.attributes());
        record.links().stream()
            .filter(link -> isThere(link.to()))
            .forEach(link -> collect(node, link, component));
      }
    }
    return component;
  }

  private boolean isThere(String node) {
    return NodeId.isIdentifier(node) || record(node).attributes() != null;
  }

  /** Evidence that is stored at both ends is added once. */
  private void collect(String account, NodeRecord.Link link, ConnectedComponent component) {
    boolean first = account.compareTo(link.to()) < 0;
    switch (link.evidence()) {
      case PairEvidence.SharesIdentifier _ ->
          component.candidates().add(MergeCandidate.ofIdentifier(account, link.to()));
      case PairEvidence.Decided _ when !isAwake(account, link) -> {}
      case PairEvidence.Decided decided when decided.verdict() == Verdict.DIFFERENT ->
          component.differences().add(CannotLink.of(account, link.to(), decided.by()));
      case PairEvidence.Decided decided -> {
        if (first) {
          component.candidates().add(MergeCandidate.decided(account, link.to(), decided.by()));
        }
      }
      case PairEvidence.Match alike -> {
        if (first) {
          component.candidates().add(MergeCandidate.ofMatch(account, link.to(), alike));
        }
      }
      case PairEvidence.PossibleMatch maybe ->
          component.suggestions().add(Finding.suggestion(account, link.to(), maybe));
    }
  }

  private boolean isBond(String node, NodeRecord.Link link) {
    return switch (link.evidence()) {
      case PairEvidence.SharesIdentifier _, PairEvidence.Match _ -> true;
      case PairEvidence.Decided decided -> decided.verdict() == Verdict.SAME && isAwake(node, link);
      case PairEvidence.PossibleMatch _ -> false;
    };
  }

  /** A decision counts while it is stored at both accounts. */
  private boolean isAwake(String account, NodeRecord.Link link) {
    return record(link.to())
        .evidence(account, link.evidence().type())
        .filter(said -> said.equals(link.evidence()))
        .isPresent();
  }

  /** Writes the changed records; a node without content needs none. */
  void flush() {
    changed.forEach((node, record) -> nodes.put(node, record.isIdle() ? null : record));
  }
}
