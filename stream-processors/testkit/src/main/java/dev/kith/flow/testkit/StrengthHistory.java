package dev.kith.flow.testkit;

import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Membership;
import dev.kith.schemas.Towards;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A made-up history of a few people, as the strength step meets it: edits, deletions, answers to
 * what is not there yet, meetings still to come, accounts that change persons, everything out of
 * order and some of it twice. Only the memberships of one account keep their order, because one
 * writer publishes them.
 *
 * @param events in the order of arrival
 */
public record StrengthHistory(List<Event> events) {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int ACCOUNTS = 10;
  private static final int STEPS = 60;
  private static final List<String> KINDS =
      List.of("to", "cc", "reply", "reviewed", "mention", "accepted", "declined", "contact");
  private static final List<String> NETWORKS = List.of("mail", "git", "fediverse");
  private static final List<AccountKind> STANDING =
      List.of(AccountKind.PERSON, AccountKind.PERSON, AccountKind.PERSON, AccountKind.LIST);

  /** Something that arrives. */
  public sealed interface Event {
    /** A revision of an activity. */
    record Did(Activity activity) implements Event {}

    /** Whose an account is now; nobody's if null. */
    record Joined(String account, @Nullable Membership membership) implements Event {}
  }

  /**
   * A history that depends on {@code chance} only.
   *
   * @param coming the time of what is still to come: one of 60 moments of this time, at equal
   *     distances, the first of them its beginning
   */
  public static StrengthHistory random(SeededRandom chance, Coming coming) {
    return random(chance, "", coming);
  }

  /** A time in which some of the activities take place. */
  public record Coming(Instant from, Duration length) {
    private Instant at(SeededRandom chance) {
      return from.plus(length.dividedBy(STEPS).multipliedBy(chance.below(STEPS)));
    }
  }

  /**
   * The same in a world of its own: its ids begin with {@code world}, so several can go together.
   */
  public static StrengthHistory random(SeededRandom chance, String world, Coming coming) {
    int accounts = 3 + chance.below(ACCOUNTS - 2);
    List<String> people =
        IntStream.range(0, accounts).mapToObj(i -> "email:" + world + (char) ('a' + i)).toList();
    int activities = 2 + chance.below(14);
    List<Event> did = new ArrayList<>();
    for (int i = 0; i < activities; i++) {
      did.addAll(revisions(world + "id-", i, activities, people, coming, chance));
    }
    did = chance.shuffled(chance.withRepeats(did));
    return new StrengthHistory(woven(did, joined(people, world, chance), chance));
  }

  /** Every revision that arrives. */
  public List<Activity> activities() {
    return events.stream()
        .filter(Event.Did.class::isInstance)
        .map(event -> ((Event.Did) event).activity())
        .toList();
  }

  /** The last membership of each account that has one. */
  public Map<String, Membership> memberships() {
    Map<String, Membership> last = new HashMap<>();
    for (Event event : events) {
      if (event instanceof Event.Joined joined && joined.membership() != null) {
        last.put(joined.account(), joined.membership());
      } else if (event instanceof Event.Joined withdrawn) {
        last.remove(withdrawn.account());
      }
    }
    return last;
  }

  private static List<Event> revisions(
      String ids,
      int number,
      int activities,
      List<String> people,
      Coming coming,
      SeededRandom chance) {
    String id = ids + number;
    List<Event> revisions = new ArrayList<>();
    int count = 1 + chance.below(4);
    for (int i = 0; i < count; i++) {
      // Sometimes two sources disagree under one revision number.
      int revision = chance.oneIn(8) ? 0 : i;
      revisions.add(
          new Event.Did(
              chance.oneIn(6)
                  ? deletion(id, revision, people, chance)
                  : activity(id, revision, ids + chance.below(activities + 1), people, chance)
                      .setAt(chance.oneIn(3) ? coming.at(chance) : past(chance))
                      .build()));
    }
    return revisions;
  }

  private static Activity deletion(
      String id, int revision, List<String> people, SeededRandom chance) {
    return Activity.newBuilder()
        .setId(id)
        .setRevision(revision)
        .setDeleted(true)
        .setNetwork("mail")
        .setSource("made-up")
        .setKind("mail")
        .setAt(START)
        .setActor(chance.oneIn(2) ? "" : chance.oneOf(people))
        .build();
  }

  private static Instant past(SeededRandom chance) {
    return START.plus(chance.below(5 * 24), ChronoUnit.HOURS);
  }

  private static Activity.Builder activity(
      String id, int revision, String other, List<String> people, SeededRandom chance) {
    List<Towards> towards = new ArrayList<>();
    for (String account : chance.someOf(people, people.size())) {
      towards.add(new Towards(account, chance.oneOf(KINDS)));
    }
    if (chance.oneIn(4)) {
      towards.add(new Towards(chance.oneOf(people), chance.oneOf(KINDS)));
    }
    return Activity.newBuilder()
        .setId(id)
        .setRevision(revision)
        .setNetwork(chance.oneOf(NETWORKS))
        .setSource("made-up")
        .setKind("mail")
        .setActor(chance.oneIn(20) ? "" : chance.oneOf(people))
        .setTowards(towards)
        // Also what is never seen, and itself.
        .setInReplyTo(chance.oneIn(2) ? other : null)
        .setAutomated(chance.oneIn(10));
  }

  private static List<Deque<Event>> joined(List<String> people, String world, SeededRandom chance) {
    List<Deque<Event>> all = new ArrayList<>();
    for (String account : people) {
      Deque<Event> joined = new ArrayDeque<>();
      int count = chance.below(5);
      for (int version = 1; version <= count; version++) {
        joined.add(new Event.Joined(account, membership(account, version, world, chance)));
      }
      all.add(joined);
    }
    return all;
  }

  private static @Nullable Membership membership(
      String account, int version, String world, SeededRandom chance) {
    if (chance.oneIn(6)) {
      return null;
    }
    String person = world + "person-" + chance.below(5);
    return new Membership(account, person, chance.oneOf(STANDING), (long) version);
  }

  private static List<Event> woven(
      List<Event> did, List<Deque<Event>> joined, SeededRandom chance) {
    List<Event> woven = new ArrayList<>();
    Deque<Event> rest = new ArrayDeque<>(did);
    List<Deque<Event>> queues = new ArrayList<>(joined);
    queues.add(rest);
    queues.removeIf(Deque::isEmpty);
    while (!queues.isEmpty()) {
      var queue = chance.oneIn(2) && !rest.isEmpty() ? rest : chance.oneOf(queues);
      woven.add(queue.remove());
      queues.removeIf(Deque::isEmpty);
    }
    return woven;
  }
}
