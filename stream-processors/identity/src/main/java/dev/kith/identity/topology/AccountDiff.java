package dev.kith.identity.topology;

import dev.kith.flow.RecordVersions;
import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.account.AccountState;
import dev.kith.identity.account.DecidedVerdict;
import dev.kith.identity.account.Identifiers;
import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.evidence.PairEvidence;
import dev.kith.identity.identifier.Claim;
import dev.kith.identity.identifier.Claimant;
import dev.kith.identity.matching.ProfileSummary;
import dev.kith.identity.person.PersonEvent.Joined;
import dev.kith.identity.person.PersonEvent.Left;
import dev.kith.identity.topology.AccountEvent.Claimed;
import dev.kith.identity.topology.AccountEvent.EvidenceChanged;
import dev.kith.identity.topology.AccountEvent.MembershipChanged;
import dev.kith.identity.topology.AccountEvent.PersonChanged;
import dev.kith.identity.topology.AccountEvent.ProfileChanged;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Computes the events that a change of an account's state causes: the difference between what
 * follows from the state now and before.
 */
final class AccountDiff {
  private final String account;
  private final @Nullable AccountProfile profile;
  private final @Nullable String person;
  private final @Nullable ProfileSummary summary;
  private final AccountKind kind;
  private final Map<String, DecidedVerdict> decisions;

  private AccountDiff(String account, AccountState state) {
    this.account = account;
    this.profile = state.isLive() ? Objects.requireNonNull(state.history()).profile() : null;
    this.person = profile == null ? null : PersonId.ofSeed(seed(account, state));
    this.summary = profile == null ? null : ProfileSummary.of(profile);
    this.kind = profile == null ? AccountKind.PERSON : profile.kind();
    this.decisions = profile == null ? Map.of() : state.decisions();
  }

  /** The events that a change of the state of an account causes. */
  static List<AccountEvent> between(String account, AccountState before, AccountState after) {
    var former = new AccountDiff(account, before);
    var now = new AccountDiff(account, after);
    List<AccountEvent> events = new ArrayList<>();
    now.addProfileChange(former, events);
    now.addClaims(former, events);
    now.addDecisions(former, events);
    now.addMembership(former, RecordVersions.version(after.epoch(), after.count()), events);
    return events;
  }

  private static String seed(String account, AccountState state) {
    return state.seed() == null ? account : state.seed();
  }

  private void addProfileChange(AccountDiff former, List<AccountEvent> events) {
    if (!Objects.equals(summary, former.summary)) {
      events.add(new ProfileChanged(account, summary));
    }
  }

  /** Most changes leave the profile, and with it the claims, as they are. */
  private void addClaims(AccountDiff former, List<AccountEvent> events) {
    if (Objects.equals(profile, former.profile)) {
      return;
    }
    List<String> before = former.identifiers();
    List<String> now = identifiers();
    @Nullable Claimant claimant = claimant();
    boolean changed = !Objects.equals(claimant, former.claimant());
    now.stream()
        .filter(identifier -> changed || !before.contains(identifier))
        .forEach(identifier -> events.add(new Claimed(identifier, new Claim(account, claimant))));
    before.stream()
        .filter(identifier -> !now.contains(identifier))
        .forEach(identifier -> events.add(new Claimed(identifier, new Claim(account, null))));
  }

  private @Nullable Claimant claimant() {
    return profile == null ? null : new Claimant(profile.kind(), profile.names());
  }

  private List<String> identifiers() {
    return profile == null ? List.of() : Identifiers.of(profile);
  }

  private void addDecisions(AccountDiff former, List<AccountEvent> events) {
    var others = new TreeSet<>(decisions.keySet());
    others.addAll(former.decisions.keySet());
    for (String other : others) {
      DecidedVerdict decision = decisions.get(other);
      if (decision == null) {
        events.add(
            new EvidenceChanged(EvidenceUpdate.removed(account, other, PairEvidence.Type.DECIDED)));
      } else if (!decision.equals(former.decisions.get(other))) {
        var evidence = new PairEvidence.Decided(decision.verdict(), decision.by());
        events.add(new EvidenceChanged(EvidenceUpdate.of(account, other, evidence)));
      }
    }
  }

  /** The new person receives the account before the old person loses it. */
  private void addMembership(AccountDiff former, long version, List<AccountEvent> events) {
    boolean moved = !Objects.equals(person, former.person);
    if (person != null && profile != null && (moved || !profile.equals(former.profile))) {
      events.add(new PersonChanged(person, new Joined(profile)));
    }
    if (moved && former.person != null) {
      events.add(new PersonChanged(former.person, new Left(account)));
    }
    if (moved || kind != former.kind) {
      events.add(new MembershipChanged(account, person, kind, version));
    }
  }
}
