package dev.kith.analysis;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Filters that remove tokens, or limit their number or length. */
final class TokenFilters {

  private TokenFilters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
    return Map.of(
        "apostrophe", factory((settings, environment) -> ApostropheFilter::new),
        "reverse", factory((settings, environment) -> ReverseStringFilter::new),
        "remove_duplicates", factory((settings, environment) -> RemoveDuplicatesTokenFilter::new),
        "flatten_graph", factory((settings, environment) -> FlattenGraphFilter::new),
        "keyword_repeat", factory((settings, environment) -> KeywordRepeatFilter::new),
        "length", factory(TokenFilters::length),
        "truncate", factory(TokenFilters::truncate),
        "limit", factory(TokenFilters::limit),
        "unique", factory(TokenFilters::unique));
  }

  private static AnalysisProvider<TokenFilterFactory> factory(TokenFilterFunction factory) {
    return factory.forWords();
  }

  private static UnaryOperator<TokenStream> length(Settings settings, Environment environment) {
    int min = settings.getAsInt("min", 0);
    int max = settings.getAsInt("max", Integer.MAX_VALUE);
    return input -> new LengthFilter(input, min, max);
  }

  private static UnaryOperator<TokenStream> truncate(Settings settings, Environment environment) {
    int length = settings.getAsInt("length", 10);
    return input -> TruncateTokenFilter.truncateAfterChars(input, length);
  }

  private static UnaryOperator<TokenStream> limit(Settings settings, Environment environment) {
    int count = settings.getAsInt("max_token_count", 1);
    boolean all = settings.getAsBoolean("consume_all_tokens", false);
    return input -> new LimitTokenCountFilter(input, count, all);
  }

  private static UnaryOperator<TokenStream> unique(Settings settings, Environment environment) {
    return settings.getAsBoolean("only_on_same_position", false)
        ? RemoveDuplicatesTokenFilter::new
        : FirstOfEqualTokensFilter::new;
  }
}
