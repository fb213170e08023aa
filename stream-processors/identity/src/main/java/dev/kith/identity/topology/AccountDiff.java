package dev.kith.identity.topology;

import dev.kith.flow.Versions;
import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.account.AccountState;
import dev.kith.identity.account.DecidedVerdict;
import dev.kith.identity.account.Identifiers;
import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.evidence.PairEvidence;
import dev.kith.identity.guard.Claim;
import dev.kith.identity.guard.Claimant;
import dev.kith.identity.matching.ProfileSummary;
import dev.kith.identity.person.PersonEvent.Joined;
import dev.kith.identity.person.PersonEvent.Left;
import dev.kith.identity.topology.AccountEvent.Appears;
import dev.kith.identity.topology.AccountEvent.Belongs;
import dev.kith.identity.topology.AccountEvent.Claims;
import dev.kith.identity.topology.AccountEvent.Moves;
import dev.kith.identity.topology.AccountEvent.Ties;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an account in some state says to the others. After a change it says the difference between
 * what it says now and what it said before.
 */
final class AccountDiff {
  private final String account;
  private final @Nullable AccountProfile member;
  private final @Nullable String person;
  private final @Nullable ProfileSummary look;
  private final AccountKind kind;
  private final Map<String, DecidedVerdict> choices;

  private AccountDiff(String account, AccountState state) {
    this.account = account;
    this.member = state.isLive() ? Objects.requireNonNull(state.known()).member() : null;
    this.person = member == null ? null : PersonId.ofSeed(seed(account, state));
    this.look = member == null ? null : ProfileSummary.of(member);
    this.kind = member == null ? AccountKind.PERSON : member.kind();
    this.choices = member == null ? Map.of() : state.choices();
  }

  /** What is to be said when the state of an account changes. */
  static List<AccountEvent> between(String account, AccountState before, AccountState after) {
    var past = new AccountDiff(account, before);
    var now = new AccountDiff(account, after);
    List<AccountEvent> said = new ArrayList<>();
    now.sayLook(past, said);
    now.sayClaims(past, said);
    now.sayChoices(past, said);
    now.sayPlace(past, Versions.version(after.epoch(), after.count()), said);
    return said;
  }

  private static String seed(String account, AccountState state) {
    return state.seed() == null ? account : state.seed();
  }

  private void sayLook(AccountDiff past, List<AccountEvent> said) {
    if (!Objects.equals(look, past.look)) {
      said.add(new Appears(account, look));
    }
  }

  /** Most changes leave the profile as it is, and with it every claim. */
  private void sayClaims(AccountDiff past, List<AccountEvent> said) {
    if (Objects.equals(member, past.member)) {
      return;
    }
    List<String> before = past.identifiers();
    List<String> now = identifiers();
    @Nullable Claimant claimant = claimant();
    boolean changed = !Objects.equals(claimant, past.claimant());
    now.stream()
        .filter(identifier -> changed || !before.contains(identifier))
        .forEach(identifier -> said.add(new Claims(identifier, new Claim(account, claimant))));
    before.stream()
        .filter(identifier -> !now.contains(identifier))
        .forEach(identifier -> said.add(new Claims(identifier, new Claim(account, null))));
  }

  private @Nullable Claimant claimant() {
    return member == null ? null : new Claimant(member.kind(), member.names());
  }

  private List<String> identifiers() {
    return member == null ? List.of() : Identifiers.of(member);
  }

  private void sayChoices(AccountDiff past, List<AccountEvent> said) {
    var others = new TreeSet<>(choices.keySet());
    others.addAll(past.choices.keySet());
    for (String other : others) {
      DecidedVerdict choice = choices.get(other);
      if (choice == null) {
        said.add(new Ties(EvidenceUpdate.gone(account, other, PairEvidence.Sort.DECIDED)));
      } else if (!choice.equals(past.choices.get(other))) {
        var tie = new PairEvidence.Decided(choice.verdict(), choice.by());
        said.add(new Ties(EvidenceUpdate.of(account, other, tie)));
      }
    }
  }

  /** The new person hears of the account before the old one lets it go. */
  private void sayPlace(AccountDiff past, long version, List<AccountEvent> said) {
    boolean moved = !Objects.equals(person, past.person);
    if (person != null && member != null && (moved || !member.equals(past.member))) {
      said.add(new Moves(person, new Joined(member)));
    }
    if (moved && past.person != null) {
      said.add(new Moves(past.person, new Left(account)));
    }
    if (moved || kind != past.kind) {
      said.add(new Belongs(account, person, kind, version));
    }
  }
}
