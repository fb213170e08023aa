package dev.kith.indexing.phrases;

import java.util.ArrayList;
import java.util.List;

/** Content words that follow each other without punctuation or a stop word between them. */
final class Runs {
  private Runs() {}

  /**
   * A content word.
   *
   * @param word as it stands
   * @param stem the form under which it counts
   */
  record Content(Word word, String stem) {}

  static List<List<Content>> of(List<Word> words, String language) {
    List<List<Content>> runs = new ArrayList<>();
    List<Content> run = new ArrayList<>();
    Stems stems = Stems.in(language);
    for (Word word : words) {
      boolean stops = word.text().length() < 2 || StopWords.contains(language, word.text());
      if ((stops || word.begins()) && !run.isEmpty()) {
        runs.add(run);
        run = new ArrayList<>();
      }
      if (!stops) {
        run.add(new Content(word, stems.of(word.text())));
      }
    }
    runs.add(run);
    return runs;
  }
}
