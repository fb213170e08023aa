package dev.kith.identity.topology;

import static java.util.Objects.requireNonNull;

import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.account.Birthday;
import dev.kith.identity.account.Identifiers;
import dev.kith.identity.account.NameHistory;
import dev.kith.identity.identifier.Claimant;
import dev.kith.identity.identifier.SharedIdentifier;
import dev.kith.identity.matching.AccountComparison;
import dev.kith.identity.matching.AccountFeatures;
import dev.kith.identity.matching.BlockingKeys;
import dev.kith.identity.matching.MatchScore;
import dev.kith.identity.matching.NameCounter;
import dev.kith.identity.matching.NameFrequencies;
import dev.kith.identity.matching.ProfileSummary;
import dev.kith.identity.name.FullNames;
import dev.kith.identity.person.PersonBuilder;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Decision;
import dev.kith.schemas.Evidence;
import dev.kith.schemas.EvidenceKind;
import dev.kith.schemas.Membership;
import dev.kith.schemas.Person;
import dev.kith.schemas.PersonId;
import dev.kith.schemas.Profile;
import dev.kith.schemas.RevisionOrder;
import dev.kith.schemas.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says who is who from a whole history at once, in the plainest way: no increments, no graph of
 * rows, sets of nodes instead of trees. What the topology must come to, whatever the order.
 */
public final class IdentityOracle {
  private final NavigableMap<String, AccountProfile> live = new TreeMap<>();
  private final NavigableMap<String, AccountFeatures> features = new TreeMap<>();
  private final NavigableMap<String, Decision> decisions = new TreeMap<>();
  private final List<Reason> reasons = new ArrayList<>();
  private final Map<String, Set<String>> clusters = new HashMap<>();
  private final Map<String, String> firstOwner = new HashMap<>();
  private final List<Evidence> accepted = new ArrayList<>();
  private final List<Evidence> refused = new ArrayList<>();
  private final List<Evidence> suggested = new ArrayList<>();

  /**
   * Who is who.
   *
   * @param memberships by account, version 0
   * @param people by id, version 0, those that have accounts
   */
  public record Answer(Map<String, Membership> memberships, Map<String, Person> people) {}

  /** Why two nodes may be one; the text is who decided, or what was found. */
  private record Reason(String a, String b, EvidenceKind kind, double bits, String text) {}

  private IdentityOracle() {}

  /** The answer for everything that has happened. */
  public static Answer of(IdentityHistory history) {
    var oracle = new IdentityOracle();
    oracle.read(history);
    oracle.reasons();
    oracle.comparePairs();
    oracle.cluster();
    oracle.dropSettledSuggestions();
    return oracle.answer();
  }

  private void read(IdentityHistory history) {
    Map<String, List<Profile>> revisions = new HashMap<>();
    for (var event : history.events()) {
      switch (event) {
        case IdentityHistory.Event.Observed(String account, Optional<Profile> profile) ->
            profile.ifPresentOrElse(
                seen -> revisions.computeIfAbsent(account, none -> new ArrayList<>()).add(seen),
                () -> revisions.remove(account));
        case IdentityHistory.Event.Decided(AccountPair pair, Optional<Decision> decision) ->
            decision.ifPresentOrElse(
                made -> decisions.put(pair.key(), made), () -> decisions.remove(pair.key()));
      }
    }
    revisions.forEach(this::latest);
  }

  private void latest(String account, List<Profile> revisions) {
    var latest =
        revisions.stream().max(Comparator.comparingLong(RevisionOrder::order)).orElseThrow();
    Instant seen =
        revisions.stream().map(Profile::getSeen).min(Comparator.naturalOrder()).orElseThrow();
    if (!latest.getDeleted()) {
      var named = Profile.newBuilder(latest).setNames(names(latest, revisions)).build();
      live.put(account, AccountProfile.of(named, seen));
      features.put(account, ProfileSummary.of(AccountProfile.of(named, seen)).features(account));
    }
  }

  /** Those of the latest revision, then those of earlier ones since the last withdrawal. */
  private static List<String> names(Profile latest, List<Profile> revisions) {
    long withdrawal =
        revisions.stream()
            .filter(Profile::getDeleted)
            .mapToLong(RevisionOrder::order)
            .max()
            .orElse(-1);
    Map<String, Long> orders = new HashMap<>();
    revisions.stream()
        .filter(each -> RevisionOrder.order(each) > withdrawal)
        .forEach(
            each ->
                each.getNames()
                    .forEach(name -> orders.merge(name, RevisionOrder.order(each), Math::max)));
    return NameHistory.recent(orders, withdrawal)
        .after(latest.getNames(), latest.getAsserted() == Asserted.SELF);
  }

  private void reasons() {
    NavigableMap<String, List<String>> owners = new TreeMap<>();
    live.forEach(
        (account, member) ->
            Identifiers.of(member)
                .forEach(
                    each -> owners.computeIfAbsent(each, none -> new ArrayList<>()).add(account)));
    owners.forEach(
        (identifier, accounts) -> {
          if (accounts.size() > 1 && !SharedIdentifier.isShared(identifier, claimants(accounts))) {
            double bits =
                identifier.startsWith("email:") ? 20 : identifier.startsWith("tel:") ? 18 : 25;
            accounts.forEach(
                account ->
                    reasons.add(
                        new Reason(
                            account, "=" + identifier, EvidenceKind.DETERMINISTIC, bits, "")));
          }
        });
    decided(Verdict.SAME)
        .map(each -> new Reason(each.getA(), each.getB(), EvidenceKind.DECISION, 100, each.getBy()))
        .forEach(reasons::add);
  }

  private List<Claimant> claimants(List<String> accounts) {
    return accounts.stream()
        .map(this::member)
        .map(each -> new Claimant(each.kind(), each.names()))
        .toList();
  }

  /** Every pair that shares a key which not too many hold. */
  private void comparePairs() {
    Map<String, Set<String>> holders = new TreeMap<>();
    var names = new NameCounter();
    features.forEach(
        (account, each) -> {
          names.add(each);
          for (String key : BlockingKeys.keys(each)) {
            holders.computeIfAbsent(key, none -> new TreeSet<>()).add(account);
          }
        });
    Set<AccountPair> pairs = new LinkedHashSet<>();
    for (Set<String> theirs : holders.values()) {
      if (theirs.size() <= BlockingKeys.LARGEST_BLOCK) {
        for (String one : theirs) {
          theirs.stream()
              .filter(other -> other.compareTo(one) > 0)
              .forEach(other -> pairs.add(AccountPair.of(one, other)));
        }
      }
    }
    pairs.forEach(pair -> comparePair(pair, names.frequencies()));
  }

  private void comparePair(AccountPair pair, NameFrequencies frequencies) {
    var score = AccountComparison.of(features(pair.a()), features(pair.b()), frequencies);
    if (score.isEmpty()) {
      return;
    }
    double exact = score.get().bits();
    double bits = Math.rint(exact * 100) / 100;
    String reason = score.get().reason();
    if (exact >= MatchScore.ACCEPT) {
      reasons.add(new Reason(pair.a(), pair.b(), EvidenceKind.PROBABLE, bits, reason));
    } else if (exact >= MatchScore.SUGGEST) {
      suggested.add(
          evidence(pair.a(), pair.b(), EvidenceKind.PROBABLE, bits).setReason(reason).build());
    }
  }

  private AccountFeatures features(String account) {
    return requireNonNull(features.get(account));
  }

  private void dropSettledSuggestions() {
    suggested.removeIf(each -> cluster(each.getA()).contains(each.getB()));
    suggested.removeIf(
        each ->
            decided(Verdict.DIFFERENT)
                .anyMatch(
                    decided ->
                        decided.getA().equals(each.getA()) && decided.getB().equals(each.getB())));
  }

  private Stream<Decision> decided(Verdict verdict) {
    return decisions.values().stream()
        .filter(each -> each.getVerdict() == verdict)
        .filter(each -> live.containsKey(each.getA()) && live.containsKey(each.getB()));
  }

  private void cluster() {
    live.keySet().forEach(account -> clusters.put(account, Set.of(account)));
    reasons.sort(
        Comparator.comparing(Reason::kind)
            .thenComparing(Reason::bits, Comparator.reverseOrder())
            .thenComparing(Reason::a)
            .thenComparing(Reason::b));
    reasons.forEach(this::consider);
    decided(Verdict.DIFFERENT)
        .forEach(
            each ->
                refused.add(
                    evidence(each.getA(), each.getB(), EvidenceKind.DECISION, -100)
                        .setReason("decided to be different people")
                        .setRefused("decided to be different people")
                        .setBy(each.getBy())
                        .build()));
  }

  private void consider(Reason reason) {
    Set<String> one = clusters.getOrDefault(reason.a, Set.of(reason.a));
    Set<String> other = clusters.getOrDefault(reason.b, Set.of(reason.b));
    if (one.contains(reason.b)) {
      return;
    }
    Optional<String> forbidden = forbidden(reason, one, other);
    String owner = reason.b.startsWith("=") ? firstOwner.get(reason.b) : reason.b;
    if (forbidden.isEmpty()) {
      Set<String> both = new HashSet<>(one);
      both.addAll(other);
      both.forEach(node -> clusters.put(node, both));
      firstOwner.putIfAbsent(reason.b, reason.a);
    }
    if (owner != null) {
      var shown = shown(reason, owner, forbidden);
      if (forbidden.filter(why -> why.startsWith("only probable")).isPresent()) {
        suggested.add(
            Evidence.newBuilder(shown)
                .setRefused(null)
                .setReason(shown.getReason() + "; " + forbidden.get())
                .setBits(Math.min(0, shown.getBits()))
                .build());
      }
      (forbidden.isEmpty() ? accepted : refused).add(shown);
    }
  }

  private Optional<String> forbidden(Reason reason, Set<String> one, Set<String> other) {
    var difference =
        decided(Verdict.DIFFERENT)
            .filter(
                each ->
                    (one.contains(each.getA()) && other.contains(each.getB()))
                        || (one.contains(each.getB()) && other.contains(each.getA())))
            .min(Comparator.comparing(Decision::getA).thenComparing(Decision::getB));
    if (difference.isPresent()) {
      return difference.map(
          each ->
              each.getA()
                  + " and "
                  + each.getB()
                  + " were decided to be different people by "
                  + each.getBy());
    }
    Optional<AccountKind> kind = kind(one);
    Optional<AccountKind> otherKind = kind(other);
    boolean unlike = kind.isPresent() && otherKind.isPresent() && !kind.equals(otherKind);
    if (reason.kind != EvidenceKind.DECISION && unlike) {
      return Optional.of("not the same kind: " + words(kind.get(), otherKind.get()));
    }
    return reason.kind == EvidenceKind.PROBABLE ? doubtful(reason, one, other) : Optional.empty();
  }

  private Optional<String> doubtful(Reason reason, Set<String> one, Set<String> other) {
    Map<String, Set<String>> ours = logins(one);
    Map<String, Set<String>> theirs = logins(other);
    var both = new TreeSet<>(ours.keySet());
    both.retainAll(theirs.keySet());
    boolean common =
        both.stream()
            .anyMatch(
                each ->
                    !Collections.disjoint(
                        requireNonNull(ours.get(each)), requireNonNull(theirs.get(each))));
    if (!both.isEmpty() && !common) {
      return Optional.of("only probable, and they have different logins on " + both.first());
    }
    long size = Stream.of(one, other).flatMap(Set::stream).filter(live::containsKey).count();
    if (size > (int) (8 + 1.5 * Math.max(0, reason.bits))) {
      return Optional.of("only probable, and too little to join " + size + " accounts");
    }
    return FullNames.contradiction(names(one), names(other))
        .or(() -> Birthday.contradiction(birthdays(one), birthdays(other)))
        .map(difference -> "only probable, and " + difference);
  }

  private Set<String> names(Set<String> nodes) {
    if (nodes.stream().filter(live::containsKey).count() > 64) {
      return Set.of();
    }
    return nodes.stream()
        .filter(live::containsKey)
        .flatMap(node -> features(node).statedNames().stream())
        .collect(Collectors.toSet());
  }

  private Set<Birthday> birthdays(Set<String> nodes) {
    return nodes.stream().filter(live::containsKey).count() > 64
        ? Set.of()
        : nodes.stream()
            .filter(live::containsKey)
            .flatMap(node -> features(node).birthday().stream())
            .collect(Collectors.toSet());
  }

  private Map<String, Set<String>> logins(Set<String> nodes) {
    Map<String, Set<String>> all = new TreeMap<>();
    for (String node : nodes) {
      if (live.containsKey(node)) {
        features(node)
            .logins()
            .forEach(
                (platform, login) ->
                    all.computeIfAbsent(platform, none -> new TreeSet<>()).add(login));
      }
    }
    return all;
  }

  private static String words(AccountKind one, AccountKind other) {
    List<String> words = new ArrayList<>(List.of(one.name(), other.name()));
    words.sort(Comparator.naturalOrder());
    return String.join(" and ", words).toLowerCase(Locale.ROOT);
  }

  private AccountProfile member(String account) {
    return requireNonNull(live.get(account));
  }

  private Set<String> cluster(String node) {
    return requireNonNull(clusters.get(node));
  }

  private Optional<AccountKind> kind(Set<String> nodes) {
    return nodes.stream()
        .filter(live::containsKey)
        .map(node -> member(node).kind())
        .min(Comparator.naturalOrder());
  }

  private static Evidence shown(Reason reason, String owner, Optional<String> forbidden) {
    String what = reason.b.substring(1);
    boolean email = what.startsWith("email:");
    boolean own = what.equals(reason.a) || what.equals(owner);
    String words =
        switch (reason.kind) {
          case DECISION -> "decided to be one person";
          case PROBABLE -> reason.text;
          case DETERMINISTIC ->
              email
                  ? "both use " + what.substring(6)
                  : what.startsWith("tel:")
                      ? "both have the phone number " + what.substring(4)
                      : own ? "a verified link to " + what : "both have a verified link to " + what;
        };
    return evidence(reason.a, owner, reason.kind, reason.bits)
        .setReason(words)
        .setRefused(forbidden.orElse(null))
        .setBy(reason.kind == EvidenceKind.DECISION ? reason.text : null)
        .build();
  }

  private static Evidence.Builder evidence(String a, String b, EvidenceKind kind, double bits) {
    var pair = AccountPair.of(a, b);
    return Evidence.newBuilder().setA(pair.a()).setB(pair.b()).setKind(kind).setBits(bits);
  }

  private Answer answer() {
    Map<String, Membership> memberships = new TreeMap<>();
    Map<String, Person> people = new TreeMap<>();
    Map<String, List<AccountProfile>> members = new TreeMap<>();
    live.forEach(
        (account, member) -> {
          String person = person(account);
          memberships.put(account, new Membership(account, person, member.kind(), 0L));
          members.computeIfAbsent(person, none -> new ArrayList<>()).add(member);
        });
    members.forEach((id, theirs) -> people.put(id, person(id, theirs)));
    return new Answer(memberships, people);
  }

  private String person(String account) {
    String seed =
        cluster(account).stream()
            .filter(live::containsKey)
            .min(
                Comparator.comparing((String each) -> member(each).seen())
                    .thenComparing(Comparator.naturalOrder()))
            .orElseThrow();
    return PersonId.ofSeed(seed);
  }

  private Person person(String id, List<AccountProfile> members) {
    return Person.newBuilder()
        .setId(id)
        .setVersion(0)
        .setKind(kind(cluster(members.getFirst().account())).orElseThrow())
        .setAccounts(members.stream().map(AccountProfile::asPersonAccount).toList())
        .setNames(PersonBuilder.names(members))
        .setEvidence(about(members, accepted))
        .setRefused(about(members, refused).stream().limit(100).toList())
        .setSuggestions(about(members, suggested).stream().limit(20).toList())
        .build();
  }

  private static List<Evidence> about(List<AccountProfile> members, List<Evidence> evidence) {
    List<String> accounts = members.stream().map(AccountProfile::account).toList();
    return evidence.stream()
        .filter(each -> accounts.contains(each.getA()) || accounts.contains(each.getB()))
        .sorted(
            Comparator.comparing(Evidence::getKind)
                .thenComparing(Evidence::getBits, Comparator.reverseOrder())
                .thenComparing(Evidence::getA)
                .thenComparing(Evidence::getB)
                .thenComparing(Evidence::getReason))
        .toList();
  }
}
