package dev.kith.indexing.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * In which language something is said, and about what. A pure function of the text: the same text
 * has the same gist wherever and whenever it is read.
 *
 * @param language ISO 639-1; nothing if that cannot be told
 * @param phrases what it is about in its own words, in lower case, the most telling first
 */
public record TextAnalysis(Optional<String> language, List<String> phrases) {

  /**
   * The gist of a text.
   *
   * @param stated its language, where the network states it
   * @param title its subject or headline; may be empty
   * @param text what is said; may be empty
   * @param names words that name those who take part, folded by {@link AccountNameWords}
   */
  public static TextAnalysis of(
      Optional<String> stated, String title, String text, Set<String> names) {
    List<TextToken> words = Tokenizer.of(title, text);
    String language =
        stated.map(TextAnalysis::plain).orElseGet(() -> LanguageDetector.of(words, title, text));
    return new TextAnalysis(
        stated.or(() -> Optional.of(language).filter(found -> !found.isEmpty())),
        PhraseExtractor.of(words, language, names));
  }

  /** Without region: {@code fr-CA} has the stop words of {@code fr}. */
  private static String plain(String language) {
    return language.length() > 2 ? language.substring(0, 2) : language;
  }
}
