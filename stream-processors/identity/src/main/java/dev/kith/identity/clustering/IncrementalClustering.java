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
 * Keeps the clusters up to date: each change clusters the affected components anew, whether it
 * joins or splits them. A large component is clustered later, once for all changes that have come
 * until then. Not safe for use by several threads.
 */
public final class IncrementalClustering {
  private final NodeStore nodes;
  private final Function<String, Optional<AccountAttributes>> attributes;
  private final Listener listener;
  private final int max;
  private final ComponentSizes components = new ComponentSizes();

  /** At least one node of each component that waits for being clustered. */
  private final Set<String> pending = new LinkedHashSet<>();

  /** Stores node records by node. */
  public interface NodeStore {
    @Nullable NodeRecord get(String node);

    void put(String node, @Nullable NodeRecord record);

    /** Passes the names of all nodes. */
    void forEach(Consumer<String> node);

    /** Stores whether the component of a node waits for being clustered. */
    void mark(String node, boolean pending);

    /** Passes the nodes that are marked as pending. */
    void forEachMarked(Consumer<String> node);
  }

  /** Receives the changes of clusters. */
  public interface Listener {
    /** The account now belongs to the person with this seed. */
    void assigned(String account, String seed);

    /** The findings about the person with this seed have changed. */
    void explained(String seed, Findings findings);

    /** The largest component has so many accounts now. */
    void largest(int accounts);
  }

  /**
   * Continues from the stored nodes.
   *
   * @param attributes of accounts
   * @param max nodes of a component that is clustered at once
   */
  IncrementalClustering(
      NodeStore nodes,
      Function<String, Optional<AccountAttributes>> attributes,
      Listener listener,
      int max) {
    this.nodes = nodes;
    this.attributes = attributes;
    this.listener = listener;
    this.max = max;
    nodes.forEach(this::measure);
    nodes.forEachMarked(pending::add);
    listener.largest(components.largest());
  }

  private void measure(String node) {
    if (!NodeId.isIdentifier(node) && !components.knows(node)) {
      var graph = new EvidenceGraph(nodes, attributes);
      components.clustered(graph.component(graph.around(node)).accounts().keySet());
    }
  }

  /** Applies updates, and clusters each affected component once. */
  void apply(Collection<EvidenceUpdate> updates) {
    if (!updates.isEmpty()) {
      var graph = new EvidenceGraph(nodes, attributes);
      cluster(graph, touched(graph, updates));
    }
  }

  /** Applies the attributes of an account, null if it does not exist any more, and updates. */
  void apply(
      String account, @Nullable AccountAttributes current, Collection<EvidenceUpdate> updates) {
    var graph = new EvidenceGraph(nodes, attributes);
    boolean changed = graph.change(account, current);
    Set<String> touched = touched(graph, updates);
    if (changed) {
      touched.add(account);
    }
    cluster(graph, touched);
  }

  private static Set<String> touched(EvidenceGraph graph, Collection<EvidenceUpdate> updates) {
    Set<String> touched = new LinkedHashSet<>();
    for (EvidenceUpdate update : updates) {
      if (graph.change(update)) {
        touched.add(update.from());
        touched.add(update.to());
      }
    }
    return touched;
  }

  /** Whether no component waits for being clustered. */
  boolean isUpToDate() {
    return pending.isEmpty();
  }

  /** Clusters the components that wait. */
  void clusterPending() {
    Set<String> waiting = new LinkedHashSet<>(pending);
    pending.clear();
    cluster(new EvidenceGraph(nodes, attributes), waiting, Integer.MAX_VALUE);
    waiting.forEach(node -> nodes.mark(node, false));
  }

  private void cluster(EvidenceGraph graph, Set<String> touched) {
    cluster(graph, touched, max);
  }

  private void cluster(EvidenceGraph graph, Set<String> touched, int largest) {
    Set<String> clustered = new HashSet<>();
    for (String node : touched) {
      if (!clustered.contains(node)) {
        graph
            .around(node, largest, pending)
            .ifPresentOrElse(
                around -> {
                  clustered.addAll(around);
                  clusterAround(graph, around);
                },
                () -> postpone(node));
      }
    }
    graph.flush();
  }

  /**
   * Marks a node even if another node of its component is marked: that node may soon belong to
   * another component, and the next search from this node ends at once.
   */
  private void postpone(String node) {
    if (pending.add(node)) {
      nodes.mark(node, true);
    }
  }

  private void clusterAround(EvidenceGraph graph, Set<String> nodes) {
    var component = graph.component(nodes);
    var clusters = Clustering.of(component);
    components.clustered(component.accounts().keySet());
    clusters.seeds().forEach((account, seed) -> cluster(graph, account, seed, clusters));
    nodes.stream()
        .filter(node -> !NodeId.isIdentifier(node) && !component.accounts().containsKey(node))
        .forEach(
            removed -> {
              components.alone(removed);
              cluster(graph, removed, removed, clusters);
            });
    listener.largest(components.largest());
  }

  private void cluster(EvidenceGraph graph, String account, String seed, Clusters clusters) {
    NodeRecord record = graph.record(account);
    String past = record.seed() == null ? account : record.seed();
    Findings findings = seed.equals(account) ? clusters.findings(account) : Findings.NONE;
    long explained = findings.fingerprint();
    if (past.equals(seed) && explained == record.explained()) {
      return;
    }
    graph.put(account, record.with(seed.equals(account) ? null : seed, explained));
    if (!past.equals(seed)) {
      listener.assigned(account, seed);
    }
    if (explained != record.explained()) {
      listener.explained(account, findings);
    }
  }
}
