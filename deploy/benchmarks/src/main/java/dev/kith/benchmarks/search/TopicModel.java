package dev.kith.benchmarks.search;

import dev.kith.benchmarks.search.SyntheticWorld.Sort;
import java.util.SplittableRandom;

/** The topics of texts: each has a name and ten words that are frequent in texts about it. */
final class TopicModel {
  private static final int SUBJECTS = 3_000;
  private static final int EACH_PERSON = 3;
  private static final int WORDS_EACH = 10;
  private static final int VOCABULARY = 40_000;

  /** Number of the first word that is the name of a topic; texts use the words below it. */
  private static final int NAMES_FROM = 50_000;

  private final SyntheticWorld world;
  private final ZipfDistribution subjects = new ZipfDistribution(SUBJECTS, 0.9, 2);
  private final ZipfDistribution words = new ZipfDistribution(VOCABULARY, 1, 30);

  TopicModel(SyntheticWorld world) {
    this.world = world;
  }

  /** Returns a random topic; a few topics are frequent. */
  int any(SplittableRandom chance) {
    return subjects.rank(chance);
  }

  /** Returns one of the three topics of a person. */
  int of(int person, SplittableRandom chance) {
    int which = chance.nextInt(EACH_PERSON);
    return subjects.rank(world.chance(Sort.INTEREST, (long) person * EACH_PERSON + which));
  }

  String name(int subject) {
    return SyntheticVocabulary.word(NAMES_FROM + subject);
  }

  /** Returns one of the ten words of a topic. */
  String word(int subject, SplittableRandom chance) {
    int which = chance.nextInt(WORDS_EACH);
    var place = world.chance(Sort.SUBJECT, (long) subject * WORDS_EACH + which);
    return SyntheticVocabulary.word(place.nextInt(VOCABULARY / 100, VOCABULARY));
  }

  /** Returns {@code length} words, of which about 12 % belong to the topic. */
  String text(int subject, int length, SplittableRandom chance) {
    StringBuilder text = new StringBuilder(length * 7);
    for (int i = 0; i < length; i++) {
      text.append(i == 0 ? "" : " ").append(spoken(subject, chance));
    }
    return text.toString();
  }

  private String spoken(int subject, SplittableRandom chance) {
    double drawn = chance.nextDouble();
    if (drawn < 0.01) {
      return name(subject);
    }
    return drawn < 0.12 ? word(subject, chance) : SyntheticVocabulary.word(words.rank(chance));
  }
}
