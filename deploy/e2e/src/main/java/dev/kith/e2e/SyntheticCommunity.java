package dev.kith.e2e;

import java.util.Random;

/**
 * Who does something in a made-up past, to whom, and how much is said.
 *
 * @param people how many there are
 * @param acquaintances how many others each turns to; everybody if it is as large as {@code people}
 * @param skew 1 if all do as much and turn to each alike; the larger, the more a few do
 * @param words in a message, about
 */
public record SyntheticCommunity(int people, int acquaintances, double skew, int words) {

  private static final String[] VOCABULARY =
      ("garden bean gate paint ladder river bridge letter kettle window market bicycle orchard"
              + " meadow lantern harvest pillar cellar barrel anchor needle thread copper velvet"
              + " walnut cherry saddle wagon timber quarry harbour island valley summit glacier"
              + " tomorrow yesterday perhaps always never before after under above between without")
          .split(" ");

  /** All alike, everybody knows everybody, and few words. */
  public static SyntheticCommunity even(int people) {
    return new SyntheticCommunity(people, people, 1, 0);
  }

  /**
   * As in real mail and real repositories: a few do most, each turns to the same few again and
   * again (about ten interactions of each pair in forty thousand activities), and says something.
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

  /** Somebody else, whom this one knows. */
  int acquaintance(int of, Random random) {
    int most = Math.min(acquaintances, people - 1);
    int which = (int) (most * Math.pow(random.nextDouble(), skew));
    // The acquaintances of a person lie around it in ever larger steps, and are the same each time.
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
