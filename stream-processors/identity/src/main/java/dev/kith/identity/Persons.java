package dev.kith.identity;

import dev.kith.identity.linkage.PlaceholderNames;
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

/** Makes a person's record of their accounts and of what holds these together. */
final class Persons {
  /**
   * The record of a person of more accounts has no room for what they write of themselves: it would
   * grow too large for a topic. A tree that holds so many has more evidence than is told, too.
   */
  static final int SHORTENED = Explanation.MOST_EVIDENCE;

  private Persons() {}

  /** A person; one without accounts has ended. */
  static Person of(String id, long version, Collection<Member> members, Findings findings) {
    var why = members.isEmpty() ? Findings.NONE : findings;
    boolean shortened = members.size() > SHORTENED;
    return new Person(
        id,
        version,
        members.isEmpty(),
        kind(members),
        members.stream()
            .sorted(Comparator.comparing(Member::account))
            .map(each -> shortened ? each.inShort() : each)
            .map(Member::asPersonAccount)
            .toList(),
        names(members),
        evidence(why.accepted()),
        evidence(why.refused()),
        evidence(why.suggested()),
        shortened);
  }

  private static AccountKind kind(Collection<Member> members) {
    return members.stream()
        .map(Member::kind)
        .min(Comparator.naturalOrder())
        .orElse(AccountKind.PERSON);
  }

  /**
   * Those written out in full before initials, parts of names and handles; then what an account
   * calls itself; then the name most accounts put first, the one most know, by the alphabet.
   */
  static List<String> names(Collection<Member> members) {
    Set<String> own = new HashSet<>();
    Map<String, Integer> first = new HashMap<>();
    Map<String, Integer> any = new HashMap<>();
    for (Member member : members) {
      List<String> names = shown(member);
      names.stream().limit(1).forEach(name -> first.merge(name, 1, Integer::sum));
      names.stream().limit(member.self() ? 1 : 0).forEach(own::add);
      new HashSet<>(names).forEach(name -> any.merge(name, 1, Integer::sum));
    }
    if (any.size() < 2) {
      return List.copyOf(any.keySet());
    }
    Set<String> handles = NameForm.handles(members);
    return any.keySet().stream()
        .sorted(
            Comparator.comparing((String name) -> NameForm.of(name, handles))
                .thenComparing(name -> !own.contains(name))
                .thenComparingInt(name -> -first.getOrDefault(name, 0))
                .thenComparingInt(name -> -any.getOrDefault(name, 0))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** A person is not called by what is nobody's name; whoever is no person may be. */
  private static List<String> shown(Member member) {
    return member.kind() == AccountKind.PERSON
        ? member.names().stream().filter(name -> !PlaceholderNames.isNobody(name)).toList()
        : member.names();
  }

  private static List<Evidence> evidence(List<Finding> findings) {
    return findings.stream().map(Finding::asEvidence).toList();
  }
}
