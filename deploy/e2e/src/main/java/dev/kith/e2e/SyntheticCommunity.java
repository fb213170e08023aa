package dev.kith.e2e;

import java.util.Random;

/**
 * Who acts towards whom in a synthetic history, and how long the texts are.
 *
 * @param people number of people
 * @param acquaintances number of contacts per person; all others if at least {@code people}
 * @param skew 1 if all people are equally active; the larger, the more a few people do
 * @param words number of words in a message
 */
public record SyntheticCommunity(int people, int acquaintances, double skew, int words) {

  private static final String[] VOCABULARY =
      ("garden bean gate paint ladder river bridge letter kettle window market bicycle orchard"
              + " meadow lantern harvest pillar cellar barrel anchor needle thread copper velvet"
              + " walnut cherry saddle wagon timber quarry harbour island valley summit glacier"
              + " tomorrow yesterday perhaps always never before after under above between without")
          .split(" ");

  /**
   * Creates a community in which all are equally active and know each other, without long texts.
   */
  public static SyntheticCommunity even(int people) {
    return new SyntheticCommunity(people, people, 1, 0);
  }

  /**
   * Creates a community as in real mail and repositories: a few people do most, each has the same
   * eight contacts (about ten interactions of each pair in 40,000 activities), and texts have 90
   * words.
   */
  public static SyntheticCommunity lifelike(int people) {
    return new SyntheticCommunity(people, 8, 2, 90);
  }

  boolean isEven() {
    return acquaintances >= people;
  }

  int somebody(Random random) {
    return (int) (people * Math.pow(random.nextDouble(), skew));
  }

  /** Returns a random contact of a person. */
  int acquaintance(int of, Random random) {
    int most = Math.min(acquaintances, people - 1);
    int which = (int) (most * Math.pow(random.nextDouble(), skew));
    // The contacts of a person are the same each time, at growing distances from its number.
    int step = isEven() ? which + 1 : which * (which + 1) / 2 + 1;
    return Math.floorMod(of + (of % 2 == 0 ? step : -step), people);
  }

  String talk(Random random) {
    var talk = new StringBuilder();
    for (int i = 0; i < words; i++) {
      talk.append(VOCABULARY[random.nextInt(VOCABULARY.length)]);
      talk.append((i + 1) % 12 == 0 ? ".\n" : " ");
    }
    return talk.toString();
  }
}
