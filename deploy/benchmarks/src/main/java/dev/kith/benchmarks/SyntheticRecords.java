package dev.kith.benchmarks;

import dev.kith.e2e.SyntheticNames;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import java.time.Instant;
import java.util.List;

/**
 * Accounts and what they write to each other, apart from those of another world.
 *
 * @param world in their addresses and ids
 * @param first number of its first person: nobody of another world has the same name
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
