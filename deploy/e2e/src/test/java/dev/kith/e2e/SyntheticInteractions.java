package dev.kith.e2e;

import dev.kith.flow.testkit.SeededRandom;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Random activities between a few accounts, with edits, deletions, and replies to activities that
 * have not arrived yet.
 */
final class SyntheticInteractions {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final String world;
  private final List<String> accounts;
  private final SeededRandom chance;

  SyntheticInteractions(String world, List<String> accounts, SeededRandom chance) {
    this.world = world;
    this.accounts = accounts;
    this.chance = chance;
  }

  /** Returns all revisions in random order, some of them twice. */
  List<Activity> all() {
    List<Activity> all = new ArrayList<>();
    int deeds = 10 + chance.below(20);
    for (int i = 0; i < deeds; i++) {
      int revisions = 1 + chance.below(3);
      for (int revision = 0; revision < revisions; revision++) {
        all.add(deed(i, deeds, revision));
      }
    }
    return chance.shuffled(chance.withRepeats(all));
  }

  private Activity deed(int number, int of, int revision) {
    List<Towards> towards =
        chance.someOf(accounts, 4).stream()
            .map(account -> new Towards(account, chance.oneIn(2) ? "to" : "cc"))
            .toList();
    return Activity.newBuilder()
        .setId(id(number))
        .setRevision(revision)
        .setDeleted(chance.oneIn(8))
        .setNetwork(chance.oneIn(2) ? "mail" : "git")
        .setSource("made-up")
        .setKind("mail")
        .setAt(START.plus(chance.below(100 * 24), ChronoUnit.HOURS))
        .setActor(chance.oneOf(accounts))
        .setTowards(towards)
        .setInReplyTo(chance.oneIn(3) ? id(chance.below(of)) : null)
        .setAutomated(chance.oneIn(10))
        .build();
  }

  private String id(int number) {
    return world + "-" + number;
  }
}
