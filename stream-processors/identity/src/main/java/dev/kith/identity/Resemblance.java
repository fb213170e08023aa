package dev.kith.identity;

import dev.kith.identity.linkage.Commonness;
import dev.kith.identity.linkage.LivingNames;
import dev.kith.schemas.AccountPair;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the accounts that look alike. Who meets whom and how common names are is held in memory; it
 * follows from the looks of all accounts, so it can be made anew from them at any time. Not safe
 * for use by several threads.
 */
final class Resemblance {
  private final Function<String, Optional<Sight>> sights;
  private final Circles circles = new Circles();
  private final LivingNames names = new LivingNames();
  private final Candidates candidates = new Candidates();

  /**
   * Without any account.
   *
   * @param sights what is known of an account now
   */
  Resemblance(Function<String, Optional<Sight>> sights) {
    this.sights = sights;
  }

  /** An account comes, changes or goes. */
  void change(String account, @Nullable Sight before, @Nullable Sight after) {
    int people = names.people();
    Set<String> words = new HashSet<>();
    if (before != null) {
      words.addAll(names.remove(before.traits()));
    }
    if (after != null) {
      words.addAll(names.add(after.traits()));
    }
    move(account, keys(before), keys(after));
    words.forEach(candidates::lookLater);
    if (names.people() != people) {
      candidates.lookLaterAtAll();
    }
  }

  private void move(String account, Set<Long> before, Set<Long> after) {
    for (long key : before) {
      if (after.contains(key)) {
        candidates.lookNow(circles.around(key, account).toList());
      } else {
        candidates.lookNow(circles.remove(key, account));
      }
    }
    for (long key : after) {
      if (!before.contains(key)) {
        candidates.lookNow(circles.add(key, account));
      }
    }
  }

  private static Set<Long> keys(@Nullable Sight sight) {
    return sight == null ? Set.of() : sight.keys();
  }

  /** Lets what is to be looked at wait, for it has been looked at once. */
  void postpone() {
    candidates.postpone();
  }

  /** What follows from changes of accounts: the next pair's tie, or that it has none. */
  Optional<Edge> next() {
    return candidates.nextNow().map(this::judge);
  }

  /** The same for a pair whose names have become more or less common. */
  Optional<Edge> nextOfNames() {
    return candidates.nextLater().map(this::judge);
  }

  /** How many pairs are to be looked at. */
  int waiting() {
    return candidates.waiting();
  }

  private Edge judge(AccountPair pair) {
    Optional<Sight> a = sights.apply(pair.a());
    Optional<Sight> b = sights.apply(pair.b());
    if (a.isEmpty() || b.isEmpty() || !meet(a.get(), b.get())) {
      candidates.forget(pair);
      return Edge.gone(pair.a(), pair.b(), Tie.Sort.ALIKE);
    }
    var asked = new AskedWords(names);
    var tie = a.get().likeness(b.get(), new Commonness(names.people(), asked));
    candidates.hang(pair, asked.asked());
    return tie.map(found -> Edge.of(pair.a(), pair.b(), found))
        .orElseGet(() -> Edge.gone(pair.a(), pair.b(), Tie.Sort.ALIKE));
  }

  private boolean meet(Sight a, Sight b) {
    return a.keys().stream().anyMatch(key -> b.keys().contains(key) && circles.isOpen(key));
  }
}
