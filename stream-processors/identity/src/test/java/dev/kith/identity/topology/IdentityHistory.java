package dev.kith.identity.topology;

import static java.util.Objects.requireNonNull;

import dev.kith.flow.testkit.SeededRandom;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Decision;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Verdict;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A small and nasty made-up history: few accounts that share few addresses, edits, withdrawals,
 * decisions made and taken back. For tests of this step and of whatever runs it.
 *
 * @param events in one order that may have happened
 */
public record IdentityHistory(List<Event> events) {
  private static final List<String> NAMES =
      List.of(
          "Ann Lee",
          "Lee, Ann",
          "A. Lee",
          "ann",
          "Bob Quimbly",
          "Bob A. Quimbly",
          "B. Quimbly",
          "bob",
          "Zoë Müller",
          "Zoe Muller",
          "Dan Poe",
          "Eve Quist",
          "Fay Root",
          "annlee",
          "陈伟",
          "Wei Chen");
  private static final List<String> GIVEN =
      List.of("Ann", "Bob", "Cat", "Dan", "Eve", "Fay", "Gus", "Hal", "Ida", "Jon", "Zoë", "Wei");
  private static final List<String> FAMILY =
      List.of("Lee", "Kim", "Poe", "Orr", "Quist", "Root", "Müller", "Chen", "Vane", "Wolfe");
  private static final List<String> BIRTHDAYS = List.of("1990-05-17", "--05-17", "1991-02-03");
  private static final List<String> HANDLES =
      List.of("ann", "annlee", "alee", "ann.lee77", "bobquimbly", "bquimbly");

  /** Something that is put on a topic. */
  public sealed interface Event {
    /** A revision of a profile; empty takes all revisions before it away. */
    record Observed(String account, Optional<Profile> profile) implements Event {}

    /** A decision; empty takes it back. */
    record Decided(AccountPair pair, Optional<Decision> decision) implements Event {}
  }

  /**
   * A history that chance makes up.
   *
   * @param world keeps the accounts of several histories apart
   */
  public static IdentityHistory random(SeededRandom chance, String world) {
    return new Making(chance, world).history();
  }

  /**
   * A history of so many accounts of so few names that whether a name proves anything comes and
   * goes.
   */
  public static IdentityHistory isLarge(SeededRandom chance, String world) {
    int accounts = 26 + chance.below(14);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < accounts * 2; i++) {
      var profile =
          bare("contacts:" + chance.below(accounts) + "/" + world, i)
              .setDeleted(chance.oneIn(5))
              .setNames(
                  List.of(
                      chance.oneOf(
                          List.of("Ann Lee", "Lee, Ann", "A. Lee", "Zeb Quimbly", "Quimbly, Zeb"))))
              .build();
      events.add(new Event.Observed(profile.getAccount(), Optional.of(profile)));
    }
    return new IdentityHistory(List.copyOf(events));
  }

  /** Some accounts of a made-up town, each seen once: common names and rare ones. */
  public static IdentityHistory town(SeededRandom chance, int accounts) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < accounts; i++) {
      String given = GIVEN.get(chance.below(1 + chance.below(GIVEN.size())));
      String family = FAMILY.get(chance.below(1 + chance.below(FAMILY.size()))) + chance.below(3);
      String login = given.charAt(0) + family;
      String account = chance.oneIn(3) ? "github:" + login + "-" + i : "contacts:" + i;
      var profile =
          bare(account, i)
              .setNames(chance.oneIn(4) ? List.of() : List.of(given + " " + family))
              .setHandle(chance.oneIn(3) ? login : null)
              .setEmails(
                  chance.oneIn(2)
                      ? List.of(
                          (chance.oneIn(2) ? given : login) + "@a" + chance.below(9) + ".example")
                      : List.of())
              .build();
      events.add(new Event.Observed(account, Optional.of(profile)));
    }
    return new IdentityHistory(List.copyOf(events));
  }

  /** So many accounts, each of which shares an address with the next: one person. */
  public static IdentityHistory chain(int accounts, String world) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < accounts; i++) {
      String host = "@" + world + ".example";
      var profile =
          bare("contacts:%d/%s".formatted(i, world), i)
              .setSeen(Instant.ofEpochSecond(1_600_000_000L + i))
              .setEmails(List.of("x" + i + host, "x" + (i + 1) + host))
              .build();
      events.add(new Event.Observed(profile.getAccount(), Optional.of(profile)));
    }
    return new IdentityHistory(List.copyOf(events));
  }

  private static Profile.Builder bare(String account, int revision) {
    return Profile.newBuilder()
        .setAccount(account)
        .setRevision(revision)
        .setNetwork(account.substring(0, account.indexOf(':')))
        .setSource("made up")
        .setSeen(Instant.ofEpochSecond(1_600_000_000L));
  }

  /** The profiles in it as they come to be seen, the last of each account. */
  Collection<Profile> profiles() {
    Map<String, Profile> latest = new LinkedHashMap<>();
    for (Event event : events) {
      if (event instanceof Event.Observed(String account, Optional<Profile> profile)) {
        profile.ifPresent(seen -> latest.put(account, seen));
      }
    }
    return latest.values();
  }

  /**
   * The same history in an order in which it may arrive, some things twice. RevisionOrder of a
   * profile come in any order; decisions about one pair, and whatever is about a profile that was
   * taken away, only in theirs.
   */
  public IdentityHistory reordered(SeededRandom chance) {
    Set<String> ordered = new HashSet<>();
    for (Event event : events) {
      if (event instanceof Event.Observed seen && seen.profile().isEmpty()) {
        ordered.add(seen.account());
      }
    }
    Map<String, Deque<Integer>> inOrder = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      inOrder.computeIfAbsent(key(i, ordered), none -> new ArrayDeque<>()).add(i);
    }
    List<Event> arrived = new ArrayList<>();
    for (int i : chance.shuffled(IntStream.range(0, events.size()).boxed().toList())) {
      arrived.add(events.get(requireNonNull(inOrder.get(key(i, ordered))).remove()));
    }
    for (int i = 0; i < events.size(); i++) {
      if (key(i, ordered).startsWith("free") && chance.oneIn(4)) {
        arrived.add(chance.below(arrived.size() + 1), events.get(i));
      }
    }
    return new IdentityHistory(arrived);
  }

  private String key(int i, Set<String> ordered) {
    return switch (events.get(i)) {
      case Event.Decided decided -> "decided " + decided.pair().key();
      case Event.Observed seen when ordered.contains(seen.account()) -> "seen " + seen.account();
      case Event.Observed _ -> "free " + i;
    };
  }

  private static final class Making {
    private final SeededRandom chance;
    private final List<String> accounts;
    private final List<String> addresses;
    private final List<String> pages;
    private final List<String> phones;

    private Making(SeededRandom chance, String world) {
      this.chance = chance;
      String host = world + ".example";
      addresses =
          List.of(
              "ann@" + host,
              "team@x." + host,
              "root@localhost",
              "office2@" + host,
              "ann.lee@" + host,
              "7+ann-" + world + "@users.noreply.github.com");
      accounts =
          chance
              .shuffled(
                  List.of(
                      "email:ann@" + host,
                      "email:office2@" + host,
                      "git:Ann Lee <ann@" + host + ">",
                      "git:Bob <office2@" + host + ">",
                      "git:" + world + " <devnull@localhost>",
                      "fediverse:ann@" + host,
                      "github:ann-" + world,
                      "github:lee" + world,
                      "github:bobquimbly-" + world,
                      "bluesky:did:plc:" + world,
                      "contacts:a/" + world,
                      "contacts:b/" + world,
                      "contacts:c/" + world))
              .subList(0, 3 + chance.below(7));
      // Worlds that share a number would be one.
      long number = Math.floorMod((long) world.hashCode(), 100_000_000L) * 10;
      phones = List.of("+3310" + number, "+3320" + number, "0123");
      pages =
          List.of(
              "https://github.com/Ann-" + world,
              "https://" + host + "/@ann",
              "https://www." + host + "/about/",
              "mailto:ann@" + host);
    }

    private IdentityHistory history() {
      List<Event> events = new ArrayList<>();
      int length = 4 + chance.below(16);
      boolean erasures = chance.oneIn(6);
      for (int i = 0; i < length; i++) {
        events.add(chance.oneIn(4) ? decision(i) : observation(i, erasures));
      }
      return new IdentityHistory(List.copyOf(events));
    }

    private Event observation(int revision, boolean erasures) {
      String account = chance.oneOf(accounts);
      return new Event.Observed(
          account,
          erasures && chance.oneIn(8) ? Optional.empty() : Optional.of(profile(account, revision)));
    }

    private Profile profile(String account, int revision) {
      return Profile.newBuilder()
          .setAccount(account)
          .setRevision(chance.oneIn(3) ? 7 : revision)
          .setDeleted(chance.oneIn(7))
          .setNetwork(account.substring(0, account.indexOf(':')))
          .setSource("made up")
          .setSeen(Instant.ofEpochSecond(1_600_000_000L + chance.below(6)))
          .setAsserted(chance.oneIn(5) ? Asserted.SELF : Asserted.OTHERS)
          .setKind(
              chance.oneIn(9) ? chance.oneOf(List.of(AccountKind.values())) : AccountKind.PERSON)
          .setNames(chance.someOf(NAMES, 2))
          .setHandle(chance.oneIn(3) ? chance.oneOf(HANDLES) : null)
          .setEmails(chance.someOf(addresses, 2))
          .setPhones(chance.oneIn(3) ? chance.someOf(phones, 2) : List.of())
          .setLinks(
              chance.someOf(pages, 2).stream().map(url -> new Link(url, !chance.oneIn(3))).toList())
          .setBirthday(chance.oneIn(4) ? chance.oneOf(BIRTHDAYS) : null)
          .setBio(chance.oneIn(4) ? "Writes — mostly." : null)
          .build();
    }

    private Event decision(int number) {
      List<String> two = chance.shuffled(accounts).subList(0, 2);
      var pair = AccountPair.of(two.get(0), two.get(1));
      if (chance.oneIn(3)) {
        return new Event.Decided(pair, Optional.empty());
      }
      var decision =
          Decision.newBuilder()
              .setA(pair.a())
              .setB(pair.b())
              .setVerdict(chance.oneIn(2) ? Verdict.SAME : Verdict.DIFFERENT)
              .setBy(chance.oneIn(2) ? "ann" : "bob")
              .setAt(Instant.ofEpochSecond(1_700_000_000L + number))
              .build();
      return new Event.Decided(pair, Optional.of(decision));
    }
  }
}
