package dev.kith.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A part of the evidence graph that no bond leaves: what has to be clustered together.
 *
 * @param accounts with their facts
 * @param bonds between its nodes
 * @param differences that touch its accounts; the other end may lie outside
 * @param suggestions that touch its accounts; the other end may lie outside
 */
record Component(
    Map<String, Facts> accounts,
    List<Bond> bonds,
    Set<Difference> differences,
    Set<Finding> suggestions) {

  /** One to be filled. */
  static Component empty() {
    return new Component(
        new LinkedHashMap<>(), new ArrayList<>(), new HashSet<>(), new HashSet<>());
  }
}
