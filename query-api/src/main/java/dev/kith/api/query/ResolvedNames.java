package dev.kith.api.query;

import java.util.List;
import java.util.Map;

/**
 * Who the names in a search stand for, found beforehand.
 *
 * @param people by name as it was typed
 */
public record ResolvedNames(Map<String, Who> people) {
  /** Nobody was named. */
  public static final ResolvedNames NOBODY = new ResolvedNames(Map.of());

  /** Keeps its own copy. */
  public ResolvedNames {
    people = Map.copyOf(people);
  }

  Who who(String name) {
    return people.getOrDefault(name, Who.NOBODY);
  }

  /**
   * The persons one name stands for.
   *
   * @param ids their ids
   * @param accounts all their accounts
   * @param contacts ids of everybody they have a relationship with; filled where it is needed
   */
  public record Who(List<String> ids, List<String> accounts, List<String> contacts) {
    static final Who NOBODY = new Who(List.of(), List.of(), List.of());

    /** Keeps its own copies. */
    public Who {
      ids = List.copyOf(ids);
      accounts = List.copyOf(accounts);
      contacts = List.copyOf(contacts);
    }
  }
}
