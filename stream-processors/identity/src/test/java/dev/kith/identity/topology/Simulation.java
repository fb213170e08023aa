package dev.kith.identity.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.flow.testkit.Chance;
import dev.kith.identity.account.AccountDecision;
import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.account.AccountState;
import dev.kith.identity.clustering.InMemoryNodes;
import dev.kith.identity.clustering.IncrementalClustering;
import dev.kith.identity.clustering.MatchingEngine;
import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.evidence.Findings;
import dev.kith.identity.guard.Claim;
import dev.kith.identity.guard.Claimant;
import dev.kith.identity.guard.IdentifierGuard;
import dev.kith.identity.guard.IdentifierGuard.Standing;
import dev.kith.identity.matching.ProfileCache;
import dev.kith.identity.matching.ProfileSummary;
import dev.kith.identity.person.PersonBuilder;
import dev.kith.identity.person.PersonEvent;
import dev.kith.schemas.Decision;
import dev.kith.schemas.Membership;
import dev.kith.schemas.Person;
import dev.kith.schemas.PersonId;
import dev.kith.schemas.Profile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The thinking of the topology without Kafka: messages wait in queues, in order from one sender to
 * one receiver as on a partition, and chance says which queue goes on. So it meets every race that
 * tasks on several machines could run into, which a test driver that follows each record to its end
 * never does.
 */
final class Simulation {
  private final Chance chance;
  private final Map<String, Deque<Runnable>> queues = new HashMap<>();
  private final List<String> waiting = new ArrayList<>();
  private final Map<String, AccountState> accounts = new HashMap<>();
  private final IdentifierGuard guard = new IdentifierGuard(new HeldClaims());
  private final HeldLooks looks = new HeldLooks();
  private final InMemoryNodes rows = new InMemoryNodes();
  private final int most;
  private MatchingEngine judge;
  private final Map<String, Membership> memberships = new TreeMap<>();
  private final Map<String, NavigableMap<String, AccountProfile>> members = new TreeMap<>();
  private final Map<String, Findings> findings = new HashMap<>();

  Simulation(Chance chance) {
    this.chance = chance;
    most = chance.oneOf(List.of(0, 1, 3, 6, ImmediateLimits.USUAL.nodes()));
    judge = judge();
  }

  /**
   * Lets a history arrive, with the messages it causes travelling meanwhile, until all is quiet.
   */
  IdentityOracle.Answer after(IdentityHistory history) {
    for (var event : history.events()) {
      arrive(event);
      chance.times(chance.below(6), again -> step());
    }
    while (!waiting.isEmpty() || !judge.isQuiet() || !judge.isSettled()) {
      step();
      judge.goOn(1 + chance.below(9));
    }
    return answer();
  }

  private void arrive(IdentityHistory.Event event) {
    switch (event) {
      case IdentityHistory.Event.Observed(String account, Optional<Profile> profile) ->
          change(account, state -> state.observed(profile.orElse(null)));
      case IdentityHistory.Event.Decided(var pair, Optional<Decision> decision) ->
          AccountDecision.of(pair.key(), decision.orElse(null))
              .forEach(
                  half ->
                      send(
                          "decisions>" + half.key,
                          () -> change(half.key, state -> state.chosen(half.value))));
    }
  }

  private void send(String queue, Runnable message) {
    var messages = queues.computeIfAbsent(queue, none -> new ArrayDeque<>());
    if (messages.isEmpty()) {
      waiting.add(queue);
    }
    messages.add(message);
  }

  /** Now and then the judge is killed, with all that it held in memory only. */
  private void step() {
    if (chance.oneIn(300)) {
      judge = judge();
    }
    if (waiting.isEmpty() || chance.oneIn(10)) {
      judge.settle();
    }
    if (waiting.isEmpty()) {
      return;
    }
    String queue = chance.oneOf(waiting);
    var messages = Objects.requireNonNull(queues.get(queue));
    Runnable message = messages.remove();
    if (messages.isEmpty()) {
      waiting.remove(queue);
    }
    message.run();
  }

  private MatchingEngine judge() {
    return new MatchingEngine(looks, rows, new Found(), most);
  }

  private void change(String account, UnaryOperator<AccountState> change) {
    var before = accounts.getOrDefault(account, AccountState.fresh(1));
    var after = change.apply(before);
    accounts.put(account, after);
    AccountDiff.between(account, before, after).forEach(signal -> carry(account, signal));
  }

  private void carry(String account, AccountEvent signal) {
    switch (signal) {
      case AccountEvent.Claims(String identifier, Claim claim) ->
          send(account + ">" + identifier, () -> guard(identifier, claim));
      case AccountEvent.Ties(EvidenceUpdate edge) ->
          send(account + ">ledger", () -> judge.apply(edge));
      case AccountEvent.Appears(String appearing, ProfileSummary look) ->
          send(account + ">ledger", () -> judge.apply(appearing, look));
      case AccountEvent.Moves(String person, PersonEvent news) ->
          send(account + ">" + person, () -> tell(person, news));
      case AccountEvent.Belongs belongs -> {
        var membership = belongs.asMembership();
        if (membership == null) {
          memberships.remove(account);
        } else {
          memberships.put(account, Membership.newBuilder(membership).setVersion(0).build());
        }
      }
    }
  }

  private void guard(String identifier, Claim claim) {
    guard
        .after(identifier, claim)
        .forEach(edge -> send(identifier + ">ledger", () -> judge.apply(edge)));
  }

  private void tell(String person, PersonEvent news) {
    var theirs = members.computeIfAbsent(person, none -> new TreeMap<>());
    switch (news) {
      case PersonEvent.Joined(AccountProfile member) -> theirs.put(member.account(), member);
      case PersonEvent.Left(String account) -> theirs.remove(account);
      case PersonEvent.Explained(Findings now) -> findings.put(person, now);
    }
  }

  private IdentityOracle.Answer answer() {
    Map<String, Person> people = new TreeMap<>();
    members.forEach(
        (id, theirs) -> {
          if (!theirs.isEmpty()) {
            var why = findings.getOrDefault(id, Findings.NONE);
            people.put(id, PersonBuilder.of(id, 0, theirs.values(), why));
          }
        });
    return new IdentityOracle.Answer(memberships, people);
  }

  private final class Found implements IncrementalClustering.Outcome {
    @Override
    public void placed(String account, String seed) {
      send("ledger>" + account, () -> change(account, state -> state.placed(seed)));
    }

    @Override
    public void explained(String seed, Findings now) {
      String person = PersonId.ofSeed(seed);
      send("ledger>" + person, () -> tell(person, new PersonEvent.Explained(now)));
    }

    @Override
    public void largest(int accounts) {
      assertThat(accounts).isPositive();
    }
  }

  private static final class HeldLooks implements ProfileCache.Looks {
    private final Map<String, ProfileSummary> looks = new HashMap<>();

    @Override
    public @Nullable ProfileSummary get(String account) {
      return looks.get(account);
    }

    @Override
    public void put(String account, @Nullable ProfileSummary look) {
      if (look == null) {
        looks.remove(account);
      } else {
        looks.put(account, look);
      }
    }

    @Override
    public void forEach(BiConsumer<String, ProfileSummary> each) {
      looks.forEach(each);
    }
  }

  private static final class HeldClaims implements IdentifierGuard.Claims {
    private final Map<String, NavigableMap<String, Claimant>> claims = new HashMap<>();
    private final Map<String, Standing> standings = new HashMap<>();

    @Override
    public @Nullable Claimant get(String identifier, String account) {
      return all(identifier).get(account);
    }

    @Override
    public void put(String identifier, Claim claim) {
      if (claim.claimant() == null) {
        all(identifier).remove(claim.account());
      } else {
        all(identifier).put(claim.account(), claim.claimant());
      }
    }

    @Override
    public Standing standing(String identifier) {
      return standings.getOrDefault(identifier, Standing.NONE);
    }

    @Override
    public void put(String identifier, Standing standing) {
      standings.put(identifier, standing);
    }

    @Override
    public NavigableMap<String, Claimant> all(String identifier) {
      return claims.computeIfAbsent(identifier, none -> new TreeMap<>());
    }
  }
}
