package dev.kith.analysis;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The filters that cut words into n-grams, for search-as-you-type. */
final class GramFilters {

  private GramFilters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
    TokenFilterFunction edge = GramFilters::edge;
    return Map.of("edge_ngram", edge.forWords(), "ngram", GramFilters::anywhere);
  }

  private static UnaryOperator<TokenStream> edge(Settings settings, Environment environment) {
    int min = settings.getAsInt("min_gram", 1);
    int max = settings.getAsInt("max_gram", 2);
    boolean keep = settings.getAsBoolean("preserve_original", false);
    UnaryOperator<TokenStream> front = input -> new EdgeNGramTokenFilter(input, min, max, keep);
    return settings.get("side", "front").equals("back")
        ? input -> reversed(front.apply(reversed(input)))
        : front;
  }

  private static TokenStream reversed(TokenStream input) {
    return new ReverseStringFilter(input);
  }

  private static TokenFilterFactory anywhere(
      IndexSettings index, Environment environment, String name, Settings settings) {
    int min = settings.getAsInt("min_gram", 1);
    int max = settings.getAsInt("max_gram", 2);
    boolean keep = settings.getAsBoolean("preserve_original", false);
    if (max - min > index.getMaxNgramDiff()) {
      throw new IllegalArgumentException(
          "max_gram - min_gram must be at most index.max_ngram_diff [%d], but was [%d]"
              .formatted(index.getMaxNgramDiff(), max - min));
    }
    return new TokenFilterFunction.Words(
        name, input -> new NGramTokenFilter(input, min, max, keep));
  }
}
