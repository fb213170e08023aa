package dev.kith.indexing.text;

import dev.kith.indexing.text.ContentRuns.Content;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A word or a group of words that may become a phrase of the text. */
final class PhraseCandidate {
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
  PhraseCandidate(List<Content> words, int first) {
    this.words = words;
    this.first = first;
  }

  /** It occurs; {@code complete} if nothing else stands beside it between two boundaries. */
  void occurs(boolean complete) {
    count++;
    this.complete |= complete;
  }

  /** As it stands where it occurs first. */
  String text() {
    var text = new StringBuilder(words.getFirst().word().text());
    for (int i = 1; i < words.size(); i++) {
      text.append(' ').append(words.get(i).word().text());
    }
    return text.toString();
  }

  void addTo(Collection<String> stems) {
    for (Content each : words) {
      stems.add(each.stem());
    }
  }

  boolean sharesOne(Set<String> stems) {
    for (Content each : words) {
      if (stems.contains(each.stem())) {
        return true;
      }
    }
    return false;
  }

  /** Whether each of its words has something to say for itself. */
  boolean tells() {
    for (Content each : words) {
      if (!each.weight().tells()) {
        return false;
      }
    }
    return true;
  }

  double score() {
    double sum = 0;
    for (Content each : words) {
      sum += each.weight().value();
    }
    boolean group = words.size() > 1;
    return sum
        / words.size()
        * (1 + AT_THE_BEGINNING / (1 + first / NEAR_THE_BEGINNING))
        * (group ? GROUP : 1)
        * (group && count > 1 ? AGAIN : 1)
        * (complete ? COMPLETE : 1);
  }
}
