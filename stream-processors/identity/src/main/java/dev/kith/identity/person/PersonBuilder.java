package dev.kith.identity.person;

import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.clustering.ClusterExplanation;
import dev.kith.identity.evidence.Finding;
import dev.kith.identity.evidence.Findings;
import dev.kith.identity.name.PlaceholderNames;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Evidence;
import dev.kith.schemas.Person;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds the record of a person from their accounts and the findings about them. */
public final class PersonBuilder {
  /**
   * The record of a person with more accounts is shortened, because it would grow too large for a
   * topic.
   */
  static final int SHORTENED = ClusterExplanation.MAX_EVIDENCE;

  private PersonBuilder() {}

  /** A person; one without accounts has ended. */
  public static Person of(
      String id, long version, Collection<AccountProfile> members, Findings findings) {
    var why = members.isEmpty() ? Findings.NONE : findings;
    boolean shortened = members.size() > SHORTENED;
    return new Person(
        id,
        version,
        members.isEmpty(),
        kind(members),
        members.stream()
            .sorted(Comparator.comparing(AccountProfile::account))
            .map(each -> shortened ? each.shortened() : each)
            .map(AccountProfile::asPersonAccount)
            .toList(),
        names(members),
        evidence(why.accepted()),
        evidence(why.refused()),
        evidence(why.suggested()),
        shortened);
  }

  private static AccountKind kind(Collection<AccountProfile> members) {
    return members.stream()
        .map(AccountProfile::kind)
        .min(Comparator.naturalOrder())
        .orElse(AccountKind.PERSON);
  }

  /**
   * Full names before initials, parts of names and handles; then names that an account states
   * itself; then the name that most accounts state first, the most frequent one, alphabetical
   * order.
   */
  public static List<String> names(Collection<AccountProfile> members) {
    Set<String> own = new HashSet<>();
    Map<String, Integer> first = new HashMap<>();
    Map<String, Integer> any = new HashMap<>();
    for (AccountProfile member : members) {
      List<String> names = shown(member);
      names.stream().limit(1).forEach(name -> first.merge(name, 1, Integer::sum));
      names.stream().limit(member.self() ? 1 : 0).forEach(own::add);
      new HashSet<>(names).forEach(name -> any.merge(name, 1, Integer::sum));
    }
    if (any.size() < 2) {
      return List.copyOf(any.keySet());
    }
    Set<String> handles = NameCompleteness.handles(members);
    return any.keySet().stream()
        .sorted(
            Comparator.comparing((String name) -> NameCompleteness.of(name, handles))
                .thenComparing(name -> !own.contains(name))
                .thenComparingInt(name -> -first.getOrDefault(name, 0))
                .thenComparingInt(name -> -any.getOrDefault(name, 0))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** Placeholder names are not shown for people; other kinds of accounts may have them. */
  private static List<String> shown(AccountProfile member) {
    return member.kind() == AccountKind.PERSON
        ? member.names().stream().filter(name -> !PlaceholderNames.isNobody(name)).toList()
        : member.names();
  }

  private static List<Evidence> evidence(List<Finding> findings) {
    return findings.stream().map(Finding::asEvidence).toList();
  }
}
