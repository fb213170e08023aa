package dev.kith.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place that knows who is with whom. With each edge it clusters anew what the edge touches
 * and nothing else; joining and taking apart are the same. Not safe for use by several threads.
 */
final class Ledger {
  private final Rows rows;
  private final Outcome outcome;

  /** Where rows are kept, by node. */
  interface Rows {
    @Nullable Row get(String node);

    void put(String node, @Nullable Row row);
  }

  /** Who is told what has changed. */
  interface Outcome {
    /** The account now belongs to the person with this seed. */
    void placed(String account, String seed);

    /** What speaks for and against the person with this seed has changed. */
    void explained(String seed, Findings findings);
  }

  Ledger(Rows rows, Outcome outcome) {
    this.rows = rows;
    this.outcome = outcome;
  }

  /** Takes in one end of a tie. */
  void apply(Edge edge) {
    var graph = new Graph(rows);
    if (!graph.change(edge)) {
      return;
    }
    Set<String> around = graph.around(edge.from());
    settle(graph, around);
    if (!around.contains(edge.to())) {
      settle(graph, graph.around(edge.to()));
    }
    graph.flush();
  }

  private void settle(Graph graph, Set<String> nodes) {
    var component = graph.component(nodes);
    var clusters = Clustering.of(component);
    clusters.seeds().forEach((account, seed) -> settle(graph, account, seed, clusters));
  }

  private void settle(Graph graph, String account, String seed, Clusters clusters) {
    Row row = graph.row(account);
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
