package dev.kith.benchmarks.search;

import dev.kith.benchmarks.search.SyntheticWorld.Sort;
import dev.kith.indexing.document.ActivityDocument;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Generates the documents of activities: each goes to contacts of the actor, and three of four are
 * about one of the actor's topics.
 */
record SyntheticActivities(
    SyntheticWorld world,
    PopulationModel population,
    AcquaintanceSampler acquaintance,
    TopicModel subjects) {
  private static final long SECONDS = 3_650L * 86_400;

  IndexDocument document(int number) {
    SplittableRandom chance = world.chance(Sort.ACTIVITY, number);
    int relationship = chance.nextInt(world.relationships());
    int actor = acquaintance.one(relationship);
    int subject = chance.nextDouble() < 0.75 ? subjects.of(actor, chance) : subjects.any(chance);
    var activity =
        Activity.newBuilder()
            .setId("%s@made-up.example".formatted(Integer.toString(number, 36)))
            .setNetwork("mail")
            .setSource("inbox")
            .setKind("mail")
            .setAt(moment(chance))
            .setActor(account(actor))
            .setTowards(towards(actor, relationship, chance))
            .setTitle(subjects.text(subject, 3 + chance.nextInt(5), chance))
            .setText(subjects.text(subject, length(chance), chance))
            .setTopics(chance.nextDouble() < 0.3 ? List.of(subjects.name(subject)) : List.of())
            .setLanguage(chance.nextDouble() < 0.6 ? "en" : "fr")
            .setThread("%s@made-up.example".formatted(Integer.toString(number / 4 * 4, 36)))
            .setVisibility(chance.nextDouble() < 0.6 ? Visibility.PUBLIC : Visibility.PRIVATE)
            .build();
    return new IndexDocument(activity.getId(), ActivityDocument.of(activity));
  }

  private Instant moment(SplittableRandom chance) {
    double drawn = chance.nextDouble();
    long ago = (long) (SECONDS * drawn * Math.sqrt(drawn));
    return Instant.ofEpochSecond(world.today() * 86_400L - ago);
  }

  /** Returns a number of words from 20 to 400: half are at most 34, few are long. */
  private static int length(SplittableRandom chance) {
    return (int) Math.min(400, 20 * Math.pow(1 - chance.nextDouble(), -0.8));
  }

  private List<Towards> towards(int actor, int relationship, SplittableRandom chance) {
    Stream<Towards> first = Stream.of(new Towards(other(relationship), "to"));
    int more = (int) Math.min(6, -Math.log(1 - chance.nextDouble()));
    return Stream.concat(
            first,
            Stream.generate(() -> new Towards(other(acquaintance.of(actor, chance)), "cc"))
                .limit(more))
        .toList();
  }

  private String other(int relationship) {
    return account(acquaintance.other(relationship));
  }

  private String account(int person) {
    return population.somebody(person).account();
  }
}
