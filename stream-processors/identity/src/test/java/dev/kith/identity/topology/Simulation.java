package dev.kith.identity.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.flow.testkit.SeededRandom;
import dev.kith.identity.account.AccountDecision;
import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.account.AccountState;
import dev.kith.identity.clustering.InMemoryNodes;
import dev.kith.identity.clustering.IncrementalClustering;
import dev.kith.identity.clustering.MatchingEngine;
import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.evidence.Findings;
import dev.kith.identity.identifier.Claim;
import dev.kith.identity.identifier.Claimant;
import dev.kith.identity.identifier.IdentifierFilter;
import dev.kith.identity.identifier.IdentifierFilter.IdentifierState;
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
  private final SeededRandom chance;
  private final Map<String, Deque<Runnable>> queues = new HashMap<>();
  private final List<String> waiting = new ArrayList<>();
  private final Map<String, AccountState> accounts = new HashMap<>();
  private final IdentifierFilter filter = new IdentifierFilter(new InMemoryClaims());
  private final InMemoryProfiles summaries = new InMemoryProfiles();
  private final InMemoryNodes nodes = new InMemoryNodes();
  private final int most;
  private MatchingEngine engine;
  private final Map<String, Membership> memberships = new TreeMap<>();
  private final Map<String, NavigableMap<String, AccountProfile>> members = new TreeMap<>();
  private final Map<String, Findings> findings = new HashMap<>();

  Simulation(SeededRandom chance) {
    this.chance = chance;
    most = chance.oneOf(List.of(0, 1, 3, 6, ImmediateLimits.USUAL.nodes()));
    engine = engine();
  }

  /**
   * Lets a history arrive, with the messages it causes travelling meanwhile, until all is quiet.
   */
  IdentityOracle.Answer after(IdentityHistory history) {
    for (var event : history.events()) {
      arrive(event);
      chance.times(chance.below(6), again -> step());
    }
    while (!waiting.isEmpty() || !engine.isUpToDate() || !engine.isClustered()) {
      step();
      engine.recompare(1 + chance.below(9));
    }
    return answer();
  }

  private void arrive(IdentityHistory.Event event) {
    switch (event) {
      case IdentityHistory.Event.Observed(String account, Optional<Profile> profile) ->
          change(account, state -> state.withProfile(profile.orElse(null)));
      case IdentityHistory.Event.Decided(var pair, Optional<Decision> decision) ->
          AccountDecision.of(pair.key(), decision.orElse(null))
              .forEach(
                  half ->
                      send(
                          "decisions>" + half.key,
                          () -> change(half.key, state -> state.withDecision(half.value))));
    }
  }

  private void send(String queue, Runnable message) {
    var messages = queues.computeIfAbsent(queue, none -> new ArrayDeque<>());
    if (messages.isEmpty()) {
      waiting.add(queue);
    }
    messages.add(message);
  }

  /** Now and then the engine is restarted, with all that it holds in memory only. */
  private void step() {
    if (chance.oneIn(300)) {
      engine = engine();
    }
    if (waiting.isEmpty() || chance.oneIn(10)) {
      engine.clusterPending();
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

  private MatchingEngine engine() {
    return new MatchingEngine(summaries, nodes, new Found(), most);
  }

  private void change(String account, UnaryOperator<AccountState> change) {
    var before = accounts.getOrDefault(account, AccountState.initial(1));
    var after = change.apply(before);
    accounts.put(account, after);
    AccountDiff.between(account, before, after).forEach(signal -> carry(account, signal));
  }

  private void carry(String account, AccountEvent signal) {
    switch (signal) {
      case AccountEvent.Claimed(String identifier, Claim claim) ->
          send(account + ">" + identifier, () -> filter(identifier, claim));
      case AccountEvent.EvidenceChanged(EvidenceUpdate update) ->
          send(account + ">clustering", () -> engine.apply(update));
      case AccountEvent.ProfileChanged(String appearing, ProfileSummary summary) ->
          send(account + ">clustering", () -> engine.apply(appearing, summary));
      case AccountEvent.PersonChanged(String person, PersonEvent event) ->
          send(account + ">" + person, () -> tell(person, event));
      case AccountEvent.MembershipChanged belongs -> {
        var membership = belongs.asMembership();
        if (membership == null) {
          memberships.remove(account);
        } else {
          memberships.put(account, Membership.newBuilder(membership).setVersion(0).build());
        }
      }
    }
  }

  private void filter(String identifier, Claim claim) {
    filter
        .after(identifier, claim)
        .forEach(update -> send(identifier + ">clustering", () -> engine.apply(update)));
  }

  private void tell(String person, PersonEvent event) {
    var theirs = members.computeIfAbsent(person, none -> new TreeMap<>());
    switch (event) {
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

  private final class Found implements IncrementalClustering.Listener {
    @Override
    public void assigned(String account, String seed) {
      send("clustering>" + account, () -> change(account, state -> state.withSeed(seed)));
    }

    @Override
    public void explained(String seed, Findings now) {
      String person = PersonId.ofSeed(seed);
      send("clustering>" + person, () -> tell(person, new PersonEvent.Explained(now)));
    }

    @Override
    public void largest(int accounts) {
      assertThat(accounts).isPositive();
    }
  }

  private static final class InMemoryProfiles implements ProfileCache.ProfileStore {
    private final Map<String, ProfileSummary> summaries = new HashMap<>();

    @Override
    public @Nullable ProfileSummary get(String account) {
      return summaries.get(account);
    }

    @Override
    public void put(String account, @Nullable ProfileSummary summary) {
      if (summary == null) {
        summaries.remove(account);
      } else {
        summaries.put(account, summary);
      }
    }

    @Override
    public void forEach(BiConsumer<String, ProfileSummary> each) {
      summaries.forEach(each);
    }
  }

  private static final class InMemoryClaims implements IdentifierFilter.ClaimStore {
    private final Map<String, NavigableMap<String, Claimant>> claims = new HashMap<>();
    private final Map<String, IdentifierState> standings = new HashMap<>();

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
    public IdentifierState state(String identifier) {
      return standings.getOrDefault(identifier, IdentifierState.NONE);
    }

    @Override
    public void put(String identifier, IdentifierState standing) {
      standings.put(identifier, standing);
    }

    @Override
    public NavigableMap<String, Claimant> all(String identifier) {
      return claims.computeIfAbsent(identifier, none -> new TreeMap<>());
    }
  }
}
