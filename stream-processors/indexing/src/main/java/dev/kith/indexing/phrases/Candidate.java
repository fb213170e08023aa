package dev.kith.indexing.phrases;

import dev.kith.indexing.phrases.Runs.Content;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A word or a group of words that may become a phrase of the text. */
final class Candidate {
  private static final double NEAR_THE_BEGINNING = 20;
  private static final double AT_THE_BEGINNING = 0.3;
  private static final double GROUP = 1.3;
  private static final double AGAIN = 1.25;
  private static final double COMPLETE = 1.15;

  private final List<Content> words;
  private final int first;
  private int count;
  private boolean complete;

  /** At its first occurrence, so many content words after the beginning. */
  Candidate(List<Content> words, int first) {
    this.words = List.copyOf(words);
    this.first = first;
  }

  /** It occurs; {@code complete} if nothing else stands beside it between two boundaries. */
  void occurs(boolean complete) {
    count++;
    this.complete |= complete;
  }

  /** As it stands where it occurs first. */
  String text() {
    return words.stream().map(each -> each.word().text()).collect(Collectors.joining(" "));
  }

  Set<String> stems() {
    return words.stream().map(Content::stem).collect(Collectors.toSet());
  }

  /** Whether anything but its length speaks for it. */
  boolean tells(Map<String, Weight> weights) {
    return words.stream().allMatch(each -> weight(each, weights).tells());
  }

  double score(Map<String, Weight> weights) {
    double words =
        this.words.stream().mapToDouble(each -> weight(each, weights).value()).average().orElse(0);
    boolean group = this.words.size() > 1;
    return words
        * (1 + AT_THE_BEGINNING / (1 + first / NEAR_THE_BEGINNING))
        * (group ? GROUP : 1)
        * (group && count > 1 ? AGAIN : 1)
        * (complete ? COMPLETE : 1);
  }

  private static Weight weight(Content word, Map<String, Weight> weights) {
    return weights.getOrDefault(word.stem(), Weight.NONE);
  }

  /**
   * What speaks for a word.
   *
   * @param count how often it occurs
   * @param title whether it stands in the title
   * @param name whether it is written like a name
   */
  record Weight(int count, boolean title, boolean name) {
    static final Weight NONE = new Weight(0, false, false);
    private static final double TITLE = 2;
    private static final double NAME = 1.4;

    Weight plus(Word word) {
      return new Weight(count + 1, title || word.title(), name || word.name());
    }

    boolean tells() {
      return count > 1 || title || name;
    }

    double value() {
      return (1 + Math.log(Math.max(1, count))) * (title ? TITLE : 1) * (name ? NAME : 1);
    }
  }
}
