package dev.kith.benchmarks.search;

import dev.kith.benchmarks.search.SyntheticWorld.Sort;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.PersonId;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The synthetic people. Given names, family names and employers follow Zipf distributions. */
final class PopulationModel {
  private static final int GIVEN_NAMES = 2_000;
  private static final int FAMILY_NAMES = 30_000;
  private static final int GIVEN_FROM = 60_000;
  private static final int FAMILY_FROM = 100_000;
  private static final int ORGANISATIONS_FROM = 200_000;

  private final SyntheticWorld world;
  private final ZipfDistribution given = new ZipfDistribution(GIVEN_NAMES, 1, 5);
  private final ZipfDistribution family = new ZipfDistribution(FAMILY_NAMES, 0.8, 10);
  private final ZipfDistribution organisations;
  private final String[] ids;

  PopulationModel(SyntheticWorld world) {
    this.world = world;
    this.organisations = new ZipfDistribution(Math.max(10, world.people() / 50), 0.9, 3);
    this.ids =
        IntStream.range(0, world.people())
            .parallel()
            .mapToObj(number -> PersonId.ofSeed(somebody(number).account()))
            .toArray(String[]::new);
  }

  String id(int number) {
    return ids[number];
  }

  Somebody somebody(int number) {
    SplittableRandom chance = world.chance(Sort.PERSON, number);
    String first = SyntheticVocabulary.name(GIVEN_FROM + given.rank(chance));
    String last = SyntheticVocabulary.name(FAMILY_FROM + family.rank(chance));
    String organisation = SyntheticVocabulary.name(ORGANISATIONS_FROM + organisations.rank(chance));
    return new Somebody(
        number,
        first,
        last,
        organisation,
        kind(chance.nextDouble()),
        chance.nextDouble() < 0.3,
        chance.nextDouble() < 0.15,
        chance.nextDouble() < 0.25);
  }

  private static AccountKind kind(double drawn) {
    return drawn < 0.01 ? AccountKind.BOT : drawn < 0.015 ? AccountKind.LIST : AccountKind.PERSON;
  }

  /**
   * A synthetic person.
   *
   * @param commits whether the person has a git account
   * @param toots whether the person has a fediverse account
   * @param tells whether the fediverse profile has a bio
   */
  record Somebody(
      int number,
      String given,
      String family,
      String organisation,
      AccountKind kind,
      boolean commits,
      boolean toots,
      boolean tells) {

    String name() {
      return given + " " + family;
    }

    String handle() {
      return (given.charAt(0) + family + Integer.toString(number, 36)).toLowerCase(Locale.ROOT);
    }

    String email() {
      return "%s.%s.%s@%s.example"
          .formatted(given, family, Integer.toString(number, 36), organisation)
          .toLowerCase(Locale.ROOT);
    }

    String account() {
      return "email:" + email();
    }
  }
}
