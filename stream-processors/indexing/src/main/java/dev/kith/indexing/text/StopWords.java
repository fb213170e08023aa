package dev.kith.indexing.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** The words that say nothing about a subject, by language: Lucene's lists and a few of our own. */
final class StopWords {
  private static final Map<String, Set<String>> BY_LANGUAGE = lists();

  /** Words of courtesy, of every mail and every commit: they mark no language and no subject. */
  private static final Set<String> COMMON = words(list(StopWords.class, "common.txt"));

  private static final Map<String, List<String>> LANGUAGES = languages();

  private StopWords() {}

  /** Whether a word says nothing, in a language; with an unknown one, in any. */
  static boolean contains(String language, String word) {
    Set<String> list = BY_LANGUAGE.get(language);
    return COMMON.contains(word)
        || (list == null ? LANGUAGES.containsKey(word) : list.contains(word));
  }

  /** The languages, by ISO 639-1 code, of which this is a function word. */
  static List<String> languages(String word) {
    return LANGUAGES.getOrDefault(word, List.of());
  }

  private static Map<String, Set<String>> lists() {
    Map<String, Set<String>> lists = new HashMap<>();
    lists.put("en", words(list(SnowballFilter.class, "english_stop.txt")));
    lists.put("pl", words(list(StopWords.class, "pl.txt")));
    lists.put("uk", words(list(StopWords.class, "uk.txt")));
    lists.put("ar", words(ArabicAnalyzer.getDefaultStopSet()));
    lists.put("bg", words(BulgarianAnalyzer.getDefaultStopSet()));
    lists.put("ca", words(CatalanAnalyzer.getDefaultStopSet()));
    lists.put("cs", words(CzechAnalyzer.getDefaultStopSet()));
    lists.put("da", words(DanishAnalyzer.getDefaultStopSet()));
    lists.put("de", words(GermanAnalyzer.getDefaultStopSet()));
    lists.put("es", words(SpanishAnalyzer.getDefaultStopSet()));
    lists.put("fa", words(PersianAnalyzer.getDefaultStopSet()));
    lists.put("fi", words(FinnishAnalyzer.getDefaultStopSet()));
    lists.put("fr", words(FrenchAnalyzer.getDefaultStopSet()));
    lists.put("hu", words(HungarianAnalyzer.getDefaultStopSet()));
    lists.put("it", words(ItalianAnalyzer.getDefaultStopSet()));
    lists.put("nl", words(DutchAnalyzer.getDefaultStopSet()));
    lists.put("no", words(NorwegianAnalyzer.getDefaultStopSet()));
    lists.put("pt", words(PortugueseAnalyzer.getDefaultStopSet()));
    lists.put("ro", words(RomanianAnalyzer.getDefaultStopSet()));
    lists.put("ru", words(RussianAnalyzer.getDefaultStopSet()));
    lists.put("sv", words(SwedishAnalyzer.getDefaultStopSet()));
    lists.put("tr", words(TurkishAnalyzer.getDefaultStopSet()));
    return lists;
  }

  private static Map<String, List<String>> languages() {
    Map<String, Collection<String>> languages = new HashMap<>();
    BY_LANGUAGE.forEach(
        (language, list) ->
            list.forEach(
                word -> languages.computeIfAbsent(word, _ -> new HashSet<>()).add(language)));
    Map<String, List<String>> sorted = new HashMap<>();
    languages.forEach((word, of) -> sorted.put(word, of.stream().sorted().toList()));
    return sorted;
  }

  private static Set<String> words(CharArraySet list) {
    Set<String> words = new HashSet<>();
    list.forEach(word -> words.add(new String((char[]) word)));
    return words;
  }

  private static CharArraySet list(Class<?> beside, String name) {
    try (InputStream file = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      return WordlistLoader.getSnowballWordSet(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read the list " + name, e);
    }
  }
}
