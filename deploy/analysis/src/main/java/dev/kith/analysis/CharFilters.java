package dev.kith.analysis;

import java.io.Reader;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** The char filters: what changes a text before the tokenizer reads it. */
final class CharFilters {

  private CharFilters() {}

  static Map<String, AnalysisProvider<CharFilterFactory>> all() {
    return Map.of(
        "html_strip", CharFilters::html,
        "mapping", AnalysisPlugin.requiresAnalysisSettings(CharFilters::mapping),
        "pattern_replace", AnalysisPlugin.requiresAnalysisSettings(CharFilters::pattern));
  }

  private static CharFilterFactory html(
      IndexSettings index, Environment environment, String name, Settings settings) {
    Set<String> kept = Set.copyOf(settings.getAsList("escaped_tags"));
    return new Texts(name, text -> new HTMLStripCharFilter(text, kept));
  }

  private static CharFilterFactory mapping(
      IndexSettings index, Environment environment, String name, Settings settings) {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    for (String rule : Analysis.getWordList(environment, settings, "mappings")) {
      String[] sides = rule.split("=>", 2);
      if (sides.length != 2) {
        throw new IllegalArgumentException("Invalid Mapping Rule : [" + rule + "]");
      }
      map.add(sides[0].strip(), sides[1].strip());
    }
    NormalizeCharMap built = map.build();
    return new Letters(name, text -> new MappingCharFilter(built, text));
  }

  private static CharFilterFactory pattern(
      IndexSettings index, Environment environment, String name, Settings settings) {
    Pattern pattern = RegexSettings.required(settings);
    String replacement = settings.get("replacement", "");
    return new Letters(name, text -> new PatternReplaceCharFilter(pattern, replacement, text));
  }

  /** A char filter for analyzers only. */
  private record Texts(String name, UnaryOperator<Reader> filter) implements CharFilterFactory {
    @Override
    public Reader create(Reader text) {
      return filter.apply(text);
    }
  }

  /** A char filter for analyzers and normalizers. */
  private record Letters(String name, UnaryOperator<Reader> filter)
      implements NormalizingCharFilterFactory {
    @Override
    public Reader create(Reader text) {
      return filter.apply(text);
    }
  }
}
