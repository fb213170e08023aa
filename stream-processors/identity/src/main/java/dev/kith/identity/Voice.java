package dev.kith.identity;

import dev.kith.flow.Versions;
import dev.kith.identity.PersonNews.Joined;
import dev.kith.identity.PersonNews.Left;
import dev.kith.identity.Signal.Appears;
import dev.kith.identity.Signal.Belongs;
import dev.kith.identity.Signal.Claims;
import dev.kith.identity.Signal.Moves;
import dev.kith.identity.Signal.Ties;
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
final class Voice {
  private final String account;
  private final @Nullable Member member;
  private final @Nullable String person;
  private final @Nullable Look look;
  private final AccountKind kind;
  private final Map<String, Choice> choices;

  private Voice(String account, AccountState state) {
    this.account = account;
    this.member = state.isLive() ? Objects.requireNonNull(state.known()).member() : null;
    this.person = member == null ? null : PersonId.ofSeed(seed(account, state));
    this.look = member == null ? null : Look.of(member);
    this.kind = member == null ? AccountKind.PERSON : member.kind();
    this.choices = member == null ? Map.of() : state.choices();
  }

  /** What is to be said when the state of an account changes. */
  static List<Signal> between(String account, AccountState before, AccountState after) {
    var past = new Voice(account, before);
    var now = new Voice(account, after);
    List<Signal> said = new ArrayList<>();
    now.sayLook(past, said);
    now.sayClaims(past, said);
    now.sayChoices(past, said);
    now.sayPlace(past, Versions.version(after.epoch(), after.count()), said);
    return said;
  }

  private static String seed(String account, AccountState state) {
    return state.seed() == null ? account : state.seed();
  }

  private void sayLook(Voice past, List<Signal> said) {
    if (!Objects.equals(look, past.look)) {
      said.add(new Appears(account, look));
    }
  }

  /** Most changes leave the profile as it is, and with it every claim. */
  private void sayClaims(Voice past, List<Signal> said) {
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

  private void sayChoices(Voice past, List<Signal> said) {
    var others = new TreeSet<>(choices.keySet());
    others.addAll(past.choices.keySet());
    for (String other : others) {
      Choice choice = choices.get(other);
      if (choice == null) {
        said.add(new Ties(Edge.gone(account, other, Tie.Sort.DECIDED)));
      } else if (!choice.equals(past.choices.get(other))) {
        var tie = new Tie.Decided(choice.verdict(), choice.by());
        said.add(new Ties(Edge.of(account, other, tie)));
      }
    }
  }

  /** The new person hears of the account before the old one lets it go. */
  private void sayPlace(Voice past, long version, List<Signal> said) {
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
