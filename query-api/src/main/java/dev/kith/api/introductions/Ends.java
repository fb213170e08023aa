package dev.kith.api.introductions;

import java.util.List;
import java.util.Set;

/**
 * Between whom paths are looked for, and who is around them.
 *
 * @param askers where a path may begin
 * @param target where it ends
 * @param near the relationships of the askers
 * @param far the relationships of the target
 */
record Ends(Set<String> askers, String target, List<Edge> near, List<Edge> far) {
  /** Keeps its own copies. */
  Ends {
    askers = Set.copyOf(askers);
    near = List.copyOf(near);
    far = List.copyOf(far);
  }
}
