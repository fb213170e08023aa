package dev.kith.analysis;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.path.PathHierarchyTokenizer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The tokenizers. */
final class Tokenizers {

  private Tokenizers() {}

  static Map<String, AnalysisProvider<TokenizerFactory>> all() {
    return Map.of(
        "keyword", factory(Tokenizers::keyword),
        "letter", factory(settings -> LetterTokenizer::new),
        "whitespace", factory(Tokenizers::whitespace),
        "uax_url_email", factory(Tokenizers::addresses),
        "path_hierarchy", factory(Tokenizers::path),
        "pattern", factory(Tokenizers::pattern));
  }

  private static AnalysisProvider<TokenizerFactory> factory(
      Function<Settings, Supplier<Tokenizer>> factory) {
    return (index, environment, name, settings) ->
        TokenizerFactory.newFactory(name, factory.apply(settings));
  }

  private static Supplier<Tokenizer> keyword(Settings settings) {
    int buffer = settings.getAsInt("buffer_size", 256);
    return () -> new KeywordTokenizer(buffer);
  }

  private static Supplier<Tokenizer> whitespace(Settings settings) {
    int length = settings.getAsInt("max_token_length", 255);
    return () -> new WhitespaceTokenizer(TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, length);
  }

  private static Supplier<Tokenizer> addresses(Settings settings) {
    int length = settings.getAsInt("max_token_length", 255);
    return () -> {
      UAX29URLEmailTokenizer tokenizer = new UAX29URLEmailTokenizer();
      tokenizer.setMaxTokenLength(length);
      return tokenizer;
    };
  }

  private static Supplier<Tokenizer> path(Settings settings) {
    char delimiter = settings.get("delimiter", "/").charAt(0);
    char replacement = settings.get("replacement", String.valueOf(delimiter)).charAt(0);
    int skip = settings.getAsInt("skip", 0);
    return () -> new PathHierarchyTokenizer(1024, delimiter, replacement, skip);
  }

  private static Supplier<Tokenizer> pattern(Settings settings) {
    Pattern pattern = RegexSettings.orElse(settings, "\\W+");
    int group = settings.getAsInt("group", -1);
    return () -> new PatternTokenizer(pattern, group);
  }
}
