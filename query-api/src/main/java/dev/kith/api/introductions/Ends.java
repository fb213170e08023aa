package dev.kith.api.introductions;

import java.util.List;
import java.util.Set;

/**
 * Between whom paths are looked for, and who is around them.
 *
 * @param viewers where a path may begin
 * @param target where it ends
 * @param near the relationships of the viewers
 * @param far the relationships of the target
 */
record Ends(Set<String> viewers, String target, List<Edge> near, List<Edge> far) {
  /** Keeps its own copies. */
  Ends {
    viewers = Set.copyOf(viewers);
    near = List.copyOf(near);
    far = List.copyOf(far);
  }
}
