package dev.kith.api.query;

import java.util.List;
import java.util.Map;

/**
 * The persons that the names in a search stand for.
 *
 * @param people the match of each name as typed
 */
public record ResolvedNames(Map<String, PersonMatch> people) {
  /** The names of a search without names. */
  public static final ResolvedNames NOBODY = new ResolvedNames(Map.of());

  PersonMatch match(String name) {
    return people.getOrDefault(name, PersonMatch.NOBODY);
  }

  /**
   * The persons whose name matches.
   *
   * @param ids their ids
   * @param accounts all their accounts
   * @param contacts ids of all their contacts; filled only if it is needed
   */
  public record PersonMatch(List<String> ids, List<String> accounts, List<String> contacts) {
    static final PersonMatch NOBODY = new PersonMatch(List.of(), List.of(), List.of());
  }
}
