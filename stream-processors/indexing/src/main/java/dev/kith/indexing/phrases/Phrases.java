package dev.kith.indexing.phrases;

import dev.kith.indexing.phrases.Candidate.Weight;
import dev.kith.indexing.phrases.Runs.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words and word groups that tell best what one text is about: those that come again, stand in
 * the title, are written like names, and come early. Nothing but the text is looked at, so that an
 * activity has the same phrases whatever else is known.
 */
final class Phrases {
  private static final int MOST = 5;
  private static final int LONGEST = 3;
  private static final int SHORT_TEXT = 40;
  private static final int SHORTEST_WORD = 4;

  private final Map<String, Weight> weights = new HashMap<>();
  private final Map<String, Candidate> candidates = new HashMap<>();
  private int read;

  private Phrases() {}

  /** The most telling first. */
  static List<String> of(List<Word> words, String language) {
    var phrases = new Phrases();
    Runs.of(words, language).forEach(phrases::read);
    return phrases.best();
  }

  /** Each word; each two that follow each other; and all three of three. */
  private void read(List<Content> run) {
    for (int i = 0; i < run.size(); i++) {
      Content each = run.get(i);
      weights.put(each.stem(), weights.getOrDefault(each.stem(), Weight.NONE).plus(each.word()));
      if (each.word().text().length() >= SHORTEST_WORD || each.word().name()) {
        consider(run, i, i + 1);
      }
      if (i > 0) {
        consider(run, i - 1, i + 1);
      }
    }
    if (run.size() == LONGEST) {
      consider(run, 0, LONGEST);
    }
    read += run.size();
  }

  private void consider(List<Content> run, int from, int to) {
    List<Content> words = run.subList(from, to);
    String key = words.stream().map(Content::stem).collect(Collectors.joining(" "));
    candidates
        .computeIfAbsent(key, _ -> new Candidate(words, read + from))
        .occurs(words.size() == run.size());
  }

  /** No word stands in two of them. */
  private List<String> best() {
    Set<String> used = new HashSet<>();
    List<String> best = new ArrayList<>();
    for (Candidate candidate : ranked()) {
      if (best.size() < MOST && used.stream().noneMatch(candidate.stems()::contains)) {
        used.addAll(candidate.stems());
        best.add(candidate.text());
      }
    }
    return best;
  }

  /** In a long text a word must have something to say for itself. */
  private List<Candidate> ranked() {
    return candidates.values().stream()
        .filter(each -> read <= SHORT_TEXT || each.tells(weights))
        .sorted(
            Comparator.comparingDouble((Candidate each) -> -each.score(weights))
                .thenComparing(Candidate::text))
        .toList();
  }
}
