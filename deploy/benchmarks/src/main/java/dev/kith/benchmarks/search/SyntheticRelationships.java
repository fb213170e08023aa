package dev.kith.benchmarks.search;

import dev.kith.benchmarks.search.SyntheticWorld.Sort;
import dev.kith.indexing.document.RelationshipDocument;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.HalfLife;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import dev.kith.schemas.strength.StrengthFormula;
import dev.kith.schemas.strength.TrendDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Generates the documents of relationships. Most have a few days of contact, a few have up to 250.
 */
record SyntheticRelationships(
    SyntheticWorld world, PopulationModel population, AcquaintanceSampler acquaintance) {
  private static final StrengthFormula FORMULA = StrengthFormula.standard();
  private static final double TAIL = 1.1;
  private static final int MAX_DAYS = 250;
  private static final int YEARS_IN_DAYS = 3_650;
  private static final int LONGEST_GAP = 120;
  private static final String GIT = "git";

  IndexDocument document(int place) {
    int number = acquaintance.written(place);
    SplittableRandom chance = world.chance(Sort.RELATIONSHIP, number);
    var pair =
        PersonPair.of(
            population.id(acquaintance.one(number)), population.id(acquaintance.other(number)));
    List<Bucket> buckets = buckets(chance);
    List<HalfLife> g = FORMULA.halfLives(buckets);
    TrendDates dates = FORMULA.trendDates(buckets, g);
    var relationship =
        Relationship.newBuilder()
            .setA(pair.a())
            .setB(pair.b())
            .setVersion(1)
            .setBuckets(buckets)
            .setHalfLives(g)
            .setWarmingUntil(dates.warmingUntil().orElse(null))
            .setCoolingFrom(dates.coolingFrom().orElse(null))
            .setSilentFrom(dates.silentFrom().orElse(null))
            .setWarming(FORMULA.warming(buckets, g).orElseThrow())
            .setFirst(LocalDate.ofEpochDay(buckets.getFirst().getDay()))
            .setLast(LocalDate.ofEpochDay(buckets.getLast().getDay()))
            .setSentByA(sent(buckets, Direction.A_TO_B))
            .setSentByB(sent(buckets, Direction.B_TO_A))
            .setKinds(each(buckets, Bucket::getKind))
            .setNetworks(each(buckets, Bucket::getNetwork))
            .build();
    return new IndexDocument(pair.key(), RelationshipDocument.of(relationship));
  }

  private List<Bucket> buckets(SplittableRandom chance) {
    int days = (int) Math.min(MAX_DAYS, Math.pow(1 - chance.nextDouble(), -1 / TAIL));
    double recent = chance.nextDouble();
    int day = world.today() - (int) (YEARS_IN_DAYS * recent * recent);
    double share = chance.nextDouble();
    int gap = 1 + chance.nextInt(LONGEST_GAP);
    String network = chance.nextDouble() < 0.8 ? "mail" : GIT;
    var buckets = new ArrayList<Bucket>();
    for (int i = 0; i < days; i++) {
      var direction = chance.nextDouble() < share ? Direction.A_TO_B : Direction.B_TO_A;
      buckets.add(bucket(day, direction, network, chance));
      day -= 1 + (int) (-Math.log(1 - chance.nextDouble()) * gap);
    }
    Collections.reverse(buckets);
    return buckets;
  }

  private static Bucket bucket(
      int day, Direction direction, String network, SplittableRandom chance) {
    double drawn = chance.nextDouble();
    String kind = network.equals(GIT) ? work(drawn) : mail(drawn);
    int recipients = Math.min(5, (int) (-Math.log(1 - chance.nextDouble()) * 1.2));
    return new Bucket(day, direction, network, kind, recipients, 1 + chance.nextInt(2));
  }

  private static String mail(double drawn) {
    return drawn < 0.6 ? "to" : drawn < 0.85 ? "cc" : "reply";
  }

  /** Returns a kind of git interaction; all except {@code cc} count for longer than mail. */
  private static String work(double drawn) {
    return drawn < 0.4 ? "reviewed" : drawn < 0.7 ? "committed" : drawn < 0.9 ? "signed-off" : "cc";
  }

  private static long sent(List<Bucket> buckets, Direction direction) {
    return buckets.stream()
        .filter(bucket -> bucket.getDirection() == direction)
        .mapToLong(Bucket::getCount)
        .sum();
  }

  private static List<String> each(List<Bucket> buckets, Function<Bucket, String> what) {
    var found = new TreeSet<String>(Comparator.naturalOrder());
    buckets.forEach(bucket -> found.add(what.apply(bucket)));
    return List.copyOf(found);
  }
}
