package dev.kith.analysis;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.PatternKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** Filters whose words come from the settings; they have no defaults. */
final class PatternFilters {

  private PatternFilters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
    TokenFilterFunction replace = PatternFilters::replace;
    TokenFilterFunction capture = PatternFilters::capture;
    TokenFilterFunction keywords = PatternFilters::keywords;
    return Map.of(
        "pattern_replace", AnalysisPlugin.requiresAnalysisSettings(replace.forLetters()),
        "pattern_capture", AnalysisPlugin.requiresAnalysisSettings(capture.forWords()),
        "keyword_marker", AnalysisPlugin.requiresAnalysisSettings(keywords.forWords()));
  }

  private static UnaryOperator<TokenStream> replace(Settings settings, Environment environment) {
    Pattern pattern = RegexSettings.required(settings);
    String replacement = settings.get("replacement", "");
    boolean all = settings.getAsBoolean("all", true);
    return input -> new PatternReplaceFilter(input, pattern, replacement, all);
  }

  private static UnaryOperator<TokenStream> capture(Settings settings, Environment environment) {
    Pattern[] patterns =
        settings.getAsList("patterns").stream().map(Pattern::compile).toArray(Pattern[]::new);
    boolean keep = settings.getAsBoolean("preserve_original", true);
    return input -> new PatternCaptureGroupTokenFilter(input, keep, patterns);
  }

  private static UnaryOperator<TokenStream> keywords(Settings settings, Environment environment) {
    String pattern = settings.get("keywords_pattern");
    if (pattern != null) {
      Pattern compiled = Pattern.compile(pattern);
      return input -> new PatternKeywordMarkerFilter(input, compiled);
    }
    boolean ignoreCase = settings.getAsBoolean("ignore_case", false);
    CharArraySet named = Analysis.getWordSet(environment, settings, "keywords");
    CharArraySet words =
        new CharArraySet(named == null ? CharArraySet.EMPTY_SET : named, ignoreCase);
    return input -> new SetKeywordMarkerFilter(input, words);
  }
}
