package dev.kith.flow.testkit;

import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.Membership;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.RevisionOrder;
import dev.kith.schemas.Towards;
import dev.kith.schemas.strength.InteractionWeights;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The result that the strength step must reach, computed in the simplest way from all that
 * happened, in whatever order: without streams, without increments, without code of the step.
 */
public final class StrengthOracle {
  private static final Comparator<Bucket> ORDER =
      Comparator.comparingInt(Bucket::getDay)
          .thenComparing(Bucket::getDirection)
          .thenComparing(Bucket::getNetwork)
          .thenComparing(Bucket::getKind)
          .thenComparingInt(Bucket::getRecipients);

  private final Map<String, Activity> latest = new HashMap<>();
  private final Map<String, Membership> memberships;
  private final Map<PersonPair, TreeMap<Bucket, Integer>> counts = new HashMap<>();

  private StrengthOracle(
      Collection<Activity> activities, Map<String, Membership> memberships, Instant now) {
    this.memberships = memberships;
    for (Activity each : activities) {
      latest.merge(each.getId(), each, StrengthOracle::later);
    }
    latest.values().stream().filter(each -> !each.getAt().isAfter(now)).forEach(this::count);
  }

  /**
   * The buckets of every two persons with interactions.
   *
   * @param activities every revision ever seen, repeats included
   * @param memberships the last of each account; none if it was withdrawn
   * @param now what is dated later has not happened yet
   */
  public static Map<PersonPair, List<Bucket>> relationships(
      Collection<Activity> activities, Map<String, Membership> memberships, Instant now) {
    Map<PersonPair, List<Bucket>> relationships = new HashMap<>();
    new StrengthOracle(activities, memberships, now)
        .counts.forEach((pair, counts) -> relationships.put(pair, buckets(counts)));
    return relationships;
  }

  private static Activity later(Activity one, Activity other) {
    return RevisionOrder.order(one) >= RevisionOrder.order(other) ? one : other;
  }

  private void count(Activity activity) {
    if (activity.getDeleted() || activity.getAutomated() || activity.getActor().isEmpty()) {
      return;
    }
    Map<String, String> kinds = kinds(activity);
    int recipients = 0;
    while (1 << recipients < kinds.size()) {
      recipients++;
    }
    // An activity that names several accounts of a person counts once, in its heaviest kind.
    Map<String, String> kindByPerson = new HashMap<>();
    for (var each : kinds.entrySet()) {
      String person = person(each.getKey());
      if (person != null) {
        kindByPerson.merge(person, each.getValue(), StrengthOracle::heavier);
      }
    }
    for (var each : kindByPerson.entrySet()) {
      count(activity, each.getKey(), each.getValue(), recipients);
    }
  }

  private static String heavier(String one, String other) {
    int byWeight = Double.compare(weight(other), weight(one));
    return byWeight < 0 || (byWeight == 0 && one.compareTo(other) < 0) ? one : other;
  }

  private static double weight(String kind) {
    return InteractionWeights.STANDARD.kinds().getOrDefault(kind, 1.0);
  }

  /** The accounts an activity is directed at, each with its kind. */
  private Map<String, String> kinds(Activity activity) {
    Map<String, String> kinds = new HashMap<>();
    for (Towards towards : activity.getTowards()) {
      kinds.putIfAbsent(towards.getAccount(), towards.getKind());
    }
    String answered = activity.getInReplyTo().orElse(activity.getId());
    if (!answered.equals(activity.getId()) && latest.containsKey(answered)) {
      kinds.put(latest.get(answered).getActor(), "reply");
    }
    kinds.remove(activity.getActor());
    kinds.remove("");
    return kinds;
  }

  private void count(Activity activity, String to, String kind, int recipients) {
    String from = person(activity.getActor());
    if (from == null || from.equals(to) || weight(kind) == 0) {
      return;
    }
    var pair = PersonPair.of(from, to);
    var direction = pair.a().equals(from) ? Direction.A_TO_B : Direction.B_TO_A;
    int day = (int) activity.getAt().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    var bucket = new Bucket(day, direction, activity.getNetwork(), kind, recipients, 0);
    counts.computeIfAbsent(pair, key -> new TreeMap<>(ORDER)).merge(bucket, 1, Integer::sum);
  }

  private @Nullable String person(String account) {
    Membership membership = memberships.get(account);
    return membership == null || membership.getKind() != AccountKind.PERSON
        ? null
        : membership.getPerson();
  }

  private static List<Bucket> buckets(Map<Bucket, Integer> counts) {
    return counts.entrySet().stream()
        .map(each -> Bucket.newBuilder(each.getKey()).setCount(each.getValue()).build())
        .toList();
  }
}
