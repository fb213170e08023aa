package dev.kith.identity.clustering;

import dev.kith.identity.account.AccountAttributes;
import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.evidence.Findings;
import dev.kith.identity.evidence.NodeId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one place that knows who is with whom. With news of ties it clusters anew what they touch and
 * nothing else; joining and taking apart are the same. A component that is large is clustered when
 * asked to, for all ties that have come meanwhile. Not safe for use by several threads.
 */
public final class IncrementalClustering {
  private final Rows rows;
  private final Function<String, Optional<AccountAttributes>> facts;
  private final Outcome outcome;
  private final int most;
  private final ComponentSizes components = new ComponentSizes();

  /** In each component that is not clustered as it is now, at least one node. */
  private final Set<String> unsettled = new LinkedHashSet<>();

  /** Where rows are kept, by node. */
  public interface Rows {
    @Nullable NodeRecord get(String node);

    void put(String node, @Nullable NodeRecord row);

    /** Shows the names of all nodes. */
    void forEach(Consumer<String> node);

    /** Keeps that what is around a node is yet to be clustered, or no more. */
    void mark(String node, boolean unsettled);

    /** Shows the nodes that are marked. */
    void forEachMarked(Consumer<String> node);
  }

  /** Who is told what has changed. */
  public interface Outcome {
    /** The account now belongs to the person with this seed. */
    void placed(String account, String seed);

    /** What speaks for and against the person with this seed has changed. */
    void explained(String seed, Findings findings);

    /** So many accounts are together in the largest component now. */
    void largest(int accounts);
  }

  /**
   * Takes up the work where these rows are.
   *
   * @param facts of accounts
   * @param most nodes of a component that is clustered at once
   */
  IncrementalClustering(
      Rows rows, Function<String, Optional<AccountAttributes>> facts, Outcome outcome, int most) {
    this.rows = rows;
    this.facts = facts;
    this.outcome = outcome;
    this.most = most;
    rows.forEach(this::measure);
    rows.forEachMarked(unsettled::add);
    outcome.largest(components.largest());
  }

  private void measure(String node) {
    if (!NodeId.isIdentifier(node) && !components.knows(node)) {
      var graph = new EvidenceGraph(rows, facts);
      components.settled(graph.component(graph.around(node)).accounts().keySet());
    }
  }

  /** Takes in news of ties, and settles what they touch once. */
  void apply(Collection<EvidenceUpdate> edges) {
    if (!edges.isEmpty()) {
      var graph = new EvidenceGraph(rows, facts);
      settle(graph, touched(graph, edges));
    }
  }

  /** Takes in what is now known of an account, null if it is gone, and news of ties. */
  void apply(String account, @Nullable AccountAttributes news, Collection<EvidenceUpdate> edges) {
    var graph = new EvidenceGraph(rows, facts);
    boolean changed = graph.change(account, news);
    Set<String> touched = touched(graph, edges);
    if (changed) {
      touched.add(account);
    }
    settle(graph, touched);
  }

  private static Set<String> touched(EvidenceGraph graph, Collection<EvidenceUpdate> edges) {
    Set<String> touched = new LinkedHashSet<>();
    for (EvidenceUpdate edge : edges) {
      if (graph.change(edge)) {
        touched.add(edge.from());
        touched.add(edge.to());
      }
    }
    return touched;
  }

  /** True if there is nothing to be clustered. */
  boolean isSettled() {
    return unsettled.isEmpty();
  }

  /** Clusters the large components for which there was news. */
  void settle() {
    Set<String> waiting = new LinkedHashSet<>(unsettled);
    unsettled.clear();
    settle(new EvidenceGraph(rows, facts), waiting, Integer.MAX_VALUE);
    waiting.forEach(node -> rows.mark(node, false));
  }

  private void settle(EvidenceGraph graph, Set<String> touched) {
    settle(graph, touched, most);
  }

  private void settle(EvidenceGraph graph, Set<String> touched, int largest) {
    Set<String> settled = new HashSet<>();
    for (String node : touched) {
      if (!settled.contains(node)) {
        graph
            .around(node, largest, unsettled)
            .ifPresentOrElse(
                around -> {
                  settled.addAll(around);
                  settleAround(graph, around);
                },
                () -> postpone(node));
      }
    }
    graph.flush();
  }

  /**
   * Marks a node even if its component has a mark: that one may soon be in another component, and
   * whoever looks from here next time need not look far.
   */
  private void postpone(String node) {
    if (unsettled.add(node)) {
      rows.mark(node, true);
    }
  }

  private void settleAround(EvidenceGraph graph, Set<String> nodes) {
    var component = graph.component(nodes);
    var clusters = Clustering.of(component);
    components.settled(component.accounts().keySet());
    clusters.seeds().forEach((account, seed) -> settle(graph, account, seed, clusters));
    nodes.stream()
        .filter(node -> !NodeId.isIdentifier(node) && !component.accounts().containsKey(node))
        .forEach(
            gone -> {
              components.alone(gone);
              settle(graph, gone, gone, clusters);
            });
    outcome.largest(components.largest());
  }

  private void settle(EvidenceGraph graph, String account, String seed, Clusters clusters) {
    NodeRecord row = graph.row(account);
    String past = row.seed() == null ? account : row.seed();
    Findings findings = seed.equals(account) ? clusters.findings(account) : Findings.NONE;
    long explained = findings.fingerprint();
    if (past.equals(seed) && explained == row.explained()) {
      return;
    }
    graph.put(account, row.with(seed.equals(account) ? null : seed, explained));
    if (!past.equals(seed)) {
      outcome.placed(account, seed);
    }
    if (explained != row.explained()) {
      outcome.explained(account, findings);
    }
  }
}
