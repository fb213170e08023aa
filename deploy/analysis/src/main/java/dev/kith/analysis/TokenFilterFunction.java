package dev.kith.analysis;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Creates a token filter from its settings. */
@FunctionalInterface
interface TokenFilterFunction {

  UnaryOperator<TokenStream> with(Settings settings, Environment environment);

  /** A filter for analyzers only. */
  default AnalysisProvider<TokenFilterFactory> forWords() {
    return (index, environment, name, settings) -> new Words(name, with(settings, environment));
  }

  /** A filter that changes letters only, so that normalizers may use it too. */
  default AnalysisProvider<TokenFilterFactory> forLetters() {
    return (index, environment, name, settings) -> new Letters(name, with(settings, environment));
  }

  /** The result of {@link #forWords}. */
  record Words(String name, UnaryOperator<TokenStream> filter) implements TokenFilterFactory {
    @Override
    public TokenStream create(TokenStream input) {
      return filter.apply(input);
    }
  }

  /** The result of {@link #forLetters}. */
  record Letters(String name, UnaryOperator<TokenStream> filter)
      implements NormalizingTokenFilterFactory {
    @Override
    public TokenStream create(TokenStream input) {
      return filter.apply(input);
    }
  }
}
