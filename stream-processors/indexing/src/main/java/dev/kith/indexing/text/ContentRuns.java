package dev.kith.indexing.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Content words that follow each other without punctuation or a stop word between them. */
final class ContentRuns {
  private ContentRuns() {}

  /**
   * A content word.
   *
   * @param word as it stands
   * @param stem the form under which it counts
   * @param weight what speaks for all words of this form
   */
  record Content(TextToken word, String stem, PhraseWeight weight) {}

  static List<List<Content>> of(List<TextToken> words, String language, Set<String> names) {
    List<List<Content>> runs = new ArrayList<>();
    List<Content> run = new ArrayList<>();
    Map<String, PhraseWeight> weights = new HashMap<>();
    Stemmer stems = Stemmer.in(language);
    for (TextToken word : words) {
      boolean stops =
          word.text().length() < 2
              || StopWords.contains(language, word.text())
              || names.contains(AccountNameWords.folded(word.text()));
      if ((stops || word.startsPhrase()) && !run.isEmpty()) {
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

  private static Content content(TextToken word, String stem, Map<String, PhraseWeight> weights) {
    PhraseWeight weight = weights.computeIfAbsent(stem, _ -> new PhraseWeight());
    weight.add(word);
    return new Content(word, stem, weight);
  }
}
