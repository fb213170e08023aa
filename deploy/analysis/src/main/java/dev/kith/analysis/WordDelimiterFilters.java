package dev.kith.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Splits handles such as {@code annLee_42} where case, digits or punctuation change. */
final class WordDelimiterFilters {

  private static final int ON_UNLESS_SAID = 1 << 30;

  private static final Map<String, Integer> FLAGS = new LinkedHashMap<>();

  static {
    FLAGS.put("generate_word_parts", WordDelimiterGraphFilter.GENERATE_WORD_PARTS | ON_UNLESS_SAID);
    FLAGS.put(
        "generate_number_parts", WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS | ON_UNLESS_SAID);
    FLAGS.put("catenate_words", WordDelimiterGraphFilter.CATENATE_WORDS);
    FLAGS.put("catenate_numbers", WordDelimiterGraphFilter.CATENATE_NUMBERS);
    FLAGS.put("catenate_all", WordDelimiterGraphFilter.CATENATE_ALL);
    FLAGS.put(
        "split_on_case_change", WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE | ON_UNLESS_SAID);
    FLAGS.put("preserve_original", WordDelimiterGraphFilter.PRESERVE_ORIGINAL);
    FLAGS.put("split_on_numerics", WordDelimiterGraphFilter.SPLIT_ON_NUMERICS | ON_UNLESS_SAID);
    FLAGS.put(
        "stem_english_possessive",
        WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE | ON_UNLESS_SAID);
    FLAGS.put("ignore_keywords", WordDelimiterGraphFilter.IGNORE_KEYWORDS);
  }

  private WordDelimiterFilters() {}

  static AnalysisProvider<TokenFilterFactory> provider() {
    TokenFilterFunction factory = WordDelimiterFilters::filter;
    return factory.forWords();
  }

  private static UnaryOperator<TokenStream> filter(Settings settings, Environment environment) {
    int flags = flags(settings);
    boolean adjust = settings.getAsBoolean("adjust_offsets", true);
    CharArraySet kept = Analysis.getWordSet(environment, settings, "protected_words");
    return input ->
        new WordDelimiterGraphFilter(
            input, adjust, WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE, flags, kept);
  }

  private static int flags(Settings settings) {
    int flags = 0;
    for (var flag : FLAGS.entrySet()) {
      boolean usual = (flag.getValue() & ON_UNLESS_SAID) != 0;
      if (settings.getAsBoolean(flag.getKey(), usual)) {
        flags |= flag.getValue() & ~ON_UNLESS_SAID;
      }
    }
    return flags;
  }
}
