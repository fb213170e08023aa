package dev.kith.benchmarks.search;

import dev.kith.benchmarks.search.SyntheticWorld.Sort;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Generates queries on a world: frequent names and topics occur more often, and most viewers have
 * many relationships.
 */
final class QueryGenerator {
  private static final int PAGE = 20;
  private static final int PATHS = 10;
  private static final String ALL_LOSING_TOUCH = "trend:cooling strength:>10 last:>30d";
  private static final String LOSING_TOUCH = "trend:cooling strength:>5 last:>60d";

  private final SyntheticWorld world;
  private final PopulationModel population;
  private final AcquaintanceSampler acquaintance;
  private final TopicModel subjects;

  QueryGenerator(SyntheticWorld world) {
    this.world = world;
    this.population = new PopulationModel(world);
    this.acquaintance = new AcquaintanceSampler(world);
    this.subjects = new TopicModel(world);
  }

  /** Returns the path and parameters of the n-th query of a kind. */
  String path(BenchmarkQuery sort, long n) {
    SplittableRandom chance = world.chance(Sort.QUESTION, (n << 32) + sort.name().hashCode());
    String as = population.id(acquaintance.somebody(chance));
    return switch (sort) {
      case NAME -> people(name(chance), as);
      case PREFIX -> people(beginning(name(chance), chance), as);
      case MISTYPED -> people(mistyped(anybody(chance).name(), chance), as);
      case TOPIC -> people(topic(chance), as);
      case ACQUAINTANCES -> "/api/people?as=%s&size=%d".formatted(as, PAGE);
      case CLOSEST -> "/api/relationships?as=%s&size=%d".formatted(as, PAGE);
      case LOSING_TOUCH ->
          "/api/relationships?as=%s&size=%d&q=%s".formatted(as, PAGE, written(LOSING_TOUCH));
      case ALL_LOSING_TOUCH ->
          "/api/relationships?size=%d&q=%s".formatted(PAGE, written(ALL_LOSING_TOUCH));
      case INTRODUCTIONS -> introductions(as, chance);
    };
  }

  private static String people(String q, String as) {
    return "/api/people?q=%s&as=%s&size=%d".formatted(written(q), as, PAGE);
  }

  private static String written(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private String name(SplittableRandom chance) {
    var somebody = anybody(chance);
    double drawn = chance.nextDouble();
    if (drawn < 0.25) {
      return somebody.given();
    }
    return drawn < 0.5 ? somebody.family() : somebody.name();
  }

  private PopulationModel.Somebody anybody(SplittableRandom chance) {
    return population.somebody(chance.nextInt(world.people()));
  }

  private static String beginning(String name, SplittableRandom chance) {
    return name.substring(0, Math.min(name.length(), 2 + chance.nextInt(5))).strip();
  }

  /** Swaps two letters near the end of the name, or removes one. */
  private static String mistyped(String name, SplittableRandom chance) {
    int at = name.length() - 2 - chance.nextInt(2);
    return chance.nextBoolean()
        ? name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2)
        : name.substring(0, at) + name.substring(at + 1);
  }

  private String topic(SplittableRandom chance) {
    int subject = subjects.any(chance);
    double drawn = chance.nextDouble();
    if (drawn < 0.5) {
      return subjects.name(subject);
    }
    String word = subjects.word(subject, chance);
    return (drawn < 0.75 ? subjects.name(subject) : subjects.word(subject, chance)) + " " + word;
  }

  private String introductions(String as, SplittableRandom chance) {
    String to = as;
    while (to.equals(as)) {
      int drawn =
          chance.nextBoolean() ? acquaintance.somebody(chance) : chance.nextInt(world.people());
      to = population.id(drawn);
    }
    return "/api/people/%s/introductions?as=%s&size=%d".formatted(to, as, PATHS);
  }
}
