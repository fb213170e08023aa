package dev.kith.benchmarks.search;

import dev.kith.benchmarks.search.SyntheticWorld.Sort;
import java.util.SplittableRandom;

/** What people talk about: each subject has a name, and words that come with it. */
final class TopicModel {
  private static final int SUBJECTS = 3_000;
  private static final int EACH_PERSON = 3;
  private static final int WORDS_EACH = 10;
  private static final int VOCABULARY = 40_000;

  /** The numbers of words from which the names of subjects, given and family names begin. */
  private static final int NAMES_FROM = 50_000;

  private final SyntheticWorld world;
  private final ZipfDistribution subjects = new ZipfDistribution(SUBJECTS, 0.9, 2);
  private final ZipfDistribution words = new ZipfDistribution(VOCABULARY, 1, 30);

  TopicModel(SyntheticWorld world) {
    this.world = world;
  }

  /** Some are on everybody's lips. */
  int any(SplittableRandom chance) {
    return subjects.rank(chance);
  }

  /** One of those that a person always comes back to. */
  int of(int person, SplittableRandom chance) {
    int which = chance.nextInt(EACH_PERSON);
    return subjects.rank(world.chance(Sort.INTEREST, (long) person * EACH_PERSON + which));
  }

  String name(int subject) {
    return SyntheticVocabulary.word(NAMES_FROM + subject);
  }

  /** One of the words that come with a subject. */
  String word(int subject, SplittableRandom chance) {
    int which = chance.nextInt(WORDS_EACH);
    var place = world.chance(Sort.SUBJECT, (long) subject * WORDS_EACH + which);
    return SyntheticVocabulary.word(place.nextInt(VOCABULARY / 100, VOCABULARY));
  }

  /** So many words, some of which are the subject's. */
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
