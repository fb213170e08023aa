package dev.kith.benchmarks;

import dev.kith.e2e.SyntheticNames;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import java.time.Instant;
import java.util.List;

/**
 * Profiles of synthetic accounts and activities between them, distinct from those of other worlds.
 *
 * @param world part of all addresses and ids
 * @param first number of the first person; people of different worlds need different numbers
 */
record SyntheticRecords(String world, int first) {

  String account(int number) {
    return "email:%s@%s.example".formatted(SyntheticNames.local(number + first), world);
  }

  Profile profile(int number) {
    return Profile.newBuilder()
        .setAccount(account(number))
        .setRevision(1)
        .setNetwork("mail")
        .setSource(world)
        .setSeen(Instant.now())
        .setNames(List.of(SyntheticNames.of(number + first)))
        .setEmails(List.of(account(number).substring("email:".length())))
        .build();
  }

  Activity activity(int number, int from, int to) {
    return Activity.newBuilder()
        .setId("%s-%d@bench.example".formatted(world, number))
        .setRevision(1)
        .setNetwork("mail")
        .setSource(world)
        .setKind("mail")
        .setAt(Instant.now())
        .setActor(account(from))
        .setTowards(List.of(new Towards(account(to), "to")))
        .setTitle("About the garden, number " + number)
        .setText("Dear friend, the beans have come up and the gate wants paint. ".repeat(8))
        .build();
  }
}
