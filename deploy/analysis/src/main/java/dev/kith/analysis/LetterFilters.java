package dev.kith.analysis;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishLowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Filters that change letters: case, accents and digits. */
final class LetterFilters {

  private LetterFilters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
    return Map.of(
        "asciifolding", factory(LetterFilters::folding),
        "lowercase", factory(LetterFilters::lowercase),
        "uppercase", factory((settings, environment) -> UpperCaseFilter::new),
        "trim", factory((settings, environment) -> TrimFilter::new),
        "decimal_digit", factory((settings, environment) -> DecimalDigitFilter::new),
        "german_normalization", factory((settings, environment) -> GermanNormalizationFilter::new),
        "scandinavian_folding", factory((settings, environment) -> ScandinavianFoldingFilter::new),
        "elision", factory(LetterFilters::elision));
  }

  private static AnalysisProvider<TokenFilterFactory> factory(TokenFilterFunction factory) {
    return factory.forLetters();
  }

  private static UnaryOperator<TokenStream> folding(Settings settings, Environment environment) {
    boolean keep = settings.getAsBoolean("preserve_original", false);
    return input -> new ASCIIFoldingFilter(input, keep);
  }

  private static UnaryOperator<TokenStream> lowercase(Settings settings, Environment environment) {
    return switch (settings.get("language", "")) {
      case "" -> LowerCaseFilter::new;
      case "greek" -> GreekLowerCaseFilter::new;
      case "irish" -> IrishLowerCaseFilter::new;
      case "turkish" -> TurkishLowerCaseFilter::new;
      default ->
          throw new IllegalArgumentException(
              "language [" + settings.get("language") + "] not support for lower case");
    };
  }

  private static UnaryOperator<TokenStream> elision(Settings settings, Environment environment) {
    CharArraySet named = Analysis.parseArticles(environment, settings);
    CharArraySet articles = named == null ? FrenchAnalyzer.DEFAULT_ARTICLES : named;
    return input -> new ElisionFilter(input, articles);
  }
}
