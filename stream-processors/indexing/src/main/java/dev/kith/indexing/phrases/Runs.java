package dev.kith.indexing.phrases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Content words that follow each other without punctuation or a stop word between them. */
final class Runs {
  private Runs() {}

  /**
   * A content word.
   *
   * @param word as it stands
   * @param stem the form under which it counts
   * @param weight what speaks for all words of this form
   */
  record Content(Word word, String stem, Weight weight) {}

  static List<List<Content>> of(List<Word> words, String language, Set<String> names) {
    List<List<Content>> runs = new ArrayList<>();
    List<Content> run = new ArrayList<>();
    Map<String, Weight> weights = new HashMap<>();
    Stems stems = Stems.in(language);
    for (Word word : words) {
      boolean stops =
          word.text().length() < 2
              || StopWords.contains(language, word.text())
              || names.contains(NameWords.folded(word.text()));
      if ((stops || word.begins()) && !run.isEmpty()) {
        runs.add(run);
        run = new ArrayList<>();
      }
      if (!stops) {
        run.add(content(word, stems.of(word.text()), weights));
      }
    }
    runs.add(run);
    return runs;
  }

  private static Content content(Word word, String stem, Map<String, Weight> weights) {
    Weight weight = weights.computeIfAbsent(stem, _ -> new Weight());
    weight.add(word);
    return new Content(word, stem, weight);
  }
}
