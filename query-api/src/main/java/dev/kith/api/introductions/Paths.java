package dev.kith.api.introductions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The best paths of at most three steps from the viewers to a target, found from three heaps of
 * edges: those at the viewers, those at the target, and those between the two neighbourhoods.
 */
final class Paths {
  private static final Comparator<Path> BEST_FIRST =
      Comparator.comparingDouble((Path path) -> -path.score())
          .thenComparingInt(path -> path.people().size())
          .thenComparing(path -> String.join(" ", path.people()));

  private final Set<String> viewers;
  private final String target;
  private final int most;

  /** For each neighbour of the viewers, the strongest edge to one of them. */
  private final Map<String, Edge> near = new HashMap<>();

  /** For each neighbour of the target, the edge between. */
  private final Map<String, Edge> far = new HashMap<>();

  private final TreeSet<Path> best = new TreeSet<>(BEST_FIRST);

  Paths(Ends ends, int most) {
    this.viewers = ends.viewers();
    this.target = ends.target();
    this.most = most;
    ends.near().forEach(this::addNear);
    ends.far().forEach(this::addFar);
    near.forEach(this::addShort);
  }

  private void addNear(Edge edge) {
    String a = edge.pair().a();
    String b = edge.pair().b();
    if (viewers.contains(a) != viewers.contains(b)) {
      near.merge(viewers.contains(a) ? b : a, edge, Paths::stronger);
    }
  }

  private void addFar(Edge edge) {
    String other = edge.other(target);
    if (!viewers.contains(other)) {
      far.put(other, edge);
    }
  }

  private static Edge stronger(Edge one, Edge other) {
    return other.strength() > one.strength() ? other : one;
  }

  private void addShort(String neighbour, Edge first) {
    if (neighbour.equals(target)) {
      add(List.of(viewer(first), target), List.of(first));
    } else if (far.containsKey(neighbour)) {
      Edge second = far(neighbour);
      add(List.of(viewer(first), neighbour, target), List.of(first, second));
    }
  }

  /** Adds what leads over these edges between a neighbour of the viewers and one of the target. */
  void over(Collection<Edge> between) {
    for (Edge edge : between) {
      add(edge, edge.pair().a(), edge.pair().b());
      add(edge, edge.pair().b(), edge.pair().a());
    }
  }

  private void add(Edge edge, String one, String other) {
    Edge first = near.get(one);
    Edge last = far.get(other);
    if (first != null && last != null && !one.equals(target) && !other.equals(target)) {
      add(List.of(viewer(first), one, other, target), List.of(first, edge, last));
    }
  }

  private void add(List<String> people, List<Edge> steps) {
    best.add(new Path(people, steps));
    if (best.size() > most) {
      best.pollLast();
    }
  }

  private Edge far(String neighbour) {
    return Objects.requireNonNull(far.get(neighbour));
  }

  private String viewer(Edge first) {
    String a = first.pair().a();
    return viewers.contains(a) ? a : first.pair().b();
  }

  /**
   * Whether no edge between the neighbourhoods that is weaker than this can lead to a better path
   * than those found.
   */
  boolean cannotBeBeatenBelow(double strength) {
    double bound =
        100 * strength / 100 * strongest(near.values()) / 100 * strongest(far.values()) / 100;
    return best.size() >= most && best.last().score() >= bound;
  }

  private static double strongest(Collection<Edge> edges) {
    return edges.stream().mapToDouble(Edge::strength).max().orElse(0);
  }

  Set<String> nearby() {
    return near.keySet();
  }

  Set<String> aroundTarget() {
    return far.keySet();
  }

  /** Best first. */
  List<Path> best() {
    return new ArrayList<>(best);
  }
}
