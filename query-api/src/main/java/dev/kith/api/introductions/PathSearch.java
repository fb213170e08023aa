package dev.kith.api.introductions;

import dev.kith.api.introductions.IntroductionPath.PathStep;
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
 * Finds the best paths of at most three steps from the viewers to a target. The steps come from
 * three sets: those of the viewers, those of the target, and those between the neighbours of both.
 */
final class PathSearch {
  private static final Comparator<IntroductionPath> BEST_FIRST =
      Comparator.comparingDouble((IntroductionPath path) -> -path.score())
          .thenComparingInt(path -> path.people().size())
          .thenComparing(path -> String.join(" ", path.people()));

  private final Set<String> viewers;
  private final String target;
  private final int max;

  /** The strongest step from a viewer, by neighbour of the viewers. */
  private final Map<String, PathStep> near = new HashMap<>();

  /** The step to the target, by neighbour of the target. */
  private final Map<String, PathStep> far = new HashMap<>();

  private final TreeSet<IntroductionPath> best = new TreeSet<>(BEST_FIRST);

  PathSearch(PathQuery query, int max) {
    this.viewers = query.viewers();
    this.target = query.target();
    this.max = max;
    query.near().forEach(this::addNear);
    query.far().forEach(this::addFar);
    near.forEach(this::addShort);
  }

  private void addNear(PathStep step) {
    String a = step.pair().a();
    String b = step.pair().b();
    if (viewers.contains(a) != viewers.contains(b)) {
      near.merge(viewers.contains(a) ? b : a, step, PathSearch::stronger);
    }
  }

  private void addFar(PathStep step) {
    String other = step.other(target);
    if (!viewers.contains(other)) {
      far.put(other, step);
    }
  }

  private static PathStep stronger(PathStep one, PathStep other) {
    return other.strength() > one.strength() ? other : one;
  }

  private void addShort(String neighbour, PathStep first) {
    if (neighbour.equals(target)) {
      add(List.of(viewer(first), target), List.of(first));
    } else if (far.containsKey(neighbour)) {
      PathStep second = far(neighbour);
      add(List.of(viewer(first), neighbour, target), List.of(first, second));
    }
  }

  /** Adds the paths whose middle step is one of these. */
  void addMiddle(Collection<PathStep> between) {
    for (PathStep step : between) {
      add(step, step.pair().a(), step.pair().b());
      add(step, step.pair().b(), step.pair().a());
    }
  }

  private void add(PathStep step, String one, String other) {
    PathStep first = near.get(one);
    PathStep last = far.get(other);
    if (first != null && last != null && !one.equals(target) && !other.equals(target)) {
      add(List.of(viewer(first), one, other, target), List.of(first, step, last));
    }
  }

  private void add(List<String> people, List<PathStep> steps) {
    best.add(new IntroductionPath(people, steps));
    if (best.size() > max) {
      best.pollLast();
    }
  }

  private PathStep far(String neighbour) {
    return Objects.requireNonNull(far.get(neighbour));
  }

  private String viewer(PathStep first) {
    String a = first.pair().a();
    return viewers.contains(a) ? a : first.pair().b();
  }

  /** Whether no middle step that is weaker than this can lead to a better path than those found. */
  boolean isCompleteFor(double strength) {
    double bound =
        100 * strength / 100 * strongest(near.values()) / 100 * strongest(far.values()) / 100;
    return best.size() >= max && best.last().score() >= bound;
  }

  private static double strongest(Collection<PathStep> steps) {
    return steps.stream().mapToDouble(PathStep::strength).max().orElse(0);
  }

  Set<String> nearNeighbours() {
    return near.keySet();
  }

  Set<String> farNeighbours() {
    return far.keySet();
  }

  /** Best first. */
  List<IntroductionPath> best() {
    return new ArrayList<>(best);
  }

  /**
   * The input of a path search.
   *
   * @param viewers ids of the viewers, where paths begin
   * @param target id of the person where they end
   * @param near the relationships of the viewers
   * @param far the relationships of the target
   */
  record PathQuery(Set<String> viewers, String target, List<PathStep> near, List<PathStep> far) {}
}
