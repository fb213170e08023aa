package dev.kith.indexing.text;

import dev.kith.indexing.text.ContentRuns.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The words and word groups that tell best what one text is about: those that come again, stand in
 * the title, are written like names, and come early. Nothing but the text is looked at, so that an
 * activity has the same phrases whatever else is known.
 */
final class PhraseExtractor {
  private static final int MAX = 5;
  private static final int LONGEST = 3;
  private static final int SHORT_TEXT = 40;
  private static final int SHORTEST_WORD = 4;

  private final Map<String, PhraseCandidate> candidates = new HashMap<>();
  private int read;

  private PhraseExtractor() {}

  /** A candidate and how good it is. */
  private record Scored(PhraseCandidate candidate, double score, String text) {
    static final Comparator<Scored> BEST_FIRST =
        Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::text);

    static Scored of(PhraseCandidate candidate) {
      return new Scored(candidate, candidate.score(), candidate.text());
    }
  }

  /** The most telling first. */
  static List<String> of(List<TextToken> words, String language, Set<String> names) {
    var phrases = new PhraseExtractor();
    for (List<Content> run : ContentRuns.of(words, language, names)) {
      phrases.read(run);
    }
    return phrases.best();
  }

  /** Each word; each two that follow each other; and all three of three. */
  private void read(List<Content> run) {
    for (int i = 0; i < run.size(); i++) {
      Content each = run.get(i);
      if (each.word().text().length() >= SHORTEST_WORD || each.word().isName()) {
        consider(each.stem(), run, i, i + 1);
      }
      if (i > 0) {
        consider(run.get(i - 1).stem() + ' ' + each.stem(), run, i - 1, i + 1);
      }
    }
    if (run.size() == LONGEST) {
      consider(run.get(0).stem() + ' ' + run.get(1).stem() + ' ' + run.get(2).stem(), run, 0, 3);
    }
    read += run.size();
  }

  private void consider(String key, List<Content> run, int from, int to) {
    PhraseCandidate candidate = candidates.get(key);
    if (candidate == null) {
      candidate = new PhraseCandidate(run.subList(from, to), read + from);
      candidates.put(key, candidate);
    }
    candidate.occurs(to - from == run.size());
  }

  /** No word stands in two of them. */
  private List<String> best() {
    PriorityQueue<Scored> ranked = ranked();
    Set<String> used = new HashSet<>();
    List<String> best = new ArrayList<>();
    while (best.size() < MAX && !ranked.isEmpty()) {
      Scored next = ranked.remove();
      if (!next.candidate().sharesOne(used)) {
        next.candidate().addTo(used);
        best.add(next.text());
      }
    }
    return best;
  }

  /** In a long text a word must have something to say for itself. */
  private PriorityQueue<Scored> ranked() {
    var ranked = new PriorityQueue<>(Scored.BEST_FIRST);
    for (PhraseCandidate each : candidates.values()) {
      if (read <= SHORT_TEXT || each.tells()) {
        ranked.add(Scored.of(each));
      }
    }
    return ranked;
  }
}
