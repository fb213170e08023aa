package dev.kith.api.introductions;

import java.util.List;
import java.util.Set;

/**
 * The input of a path search.
 *
 * @param viewers ids of the viewers, where paths begin
 * @param target id of the person where they end
 * @param near the relationships of the viewers
 * @param far the relationships of the target
 */
record PathQuery(Set<String> viewers, String target, List<PathStep> near, List<PathStep> far) {
  /** Keeps its own copies. */
  PathQuery {
    viewers = Set.copyOf(viewers);
    near = List.copyOf(near);
    far = List.copyOf(far);
  }
}
