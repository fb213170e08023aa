package dev.kith.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A part of the evidence graph that no bond leaves: what has to be clustered together.
 *
 * @param accounts with their facts
 * @param bonds between its nodes
 * @param differences that touch its accounts; the other end may lie outside
 * @param suggestions that touch its accounts; the other end may lie outside
 */
record Component(
    SortedMap<String, Facts> accounts,
    List<Bond> bonds,
    Set<Difference> differences,
    Set<Finding> suggestions) {

  /** One to be filled. */
  static Component empty() {
    return new Component(new TreeMap<>(), new ArrayList<>(), new HashSet<>(), new HashSet<>());
  }
}
