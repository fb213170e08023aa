package dev.kith.analysis;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Stemmers, by language. */
final class StemFilters {

  private StemFilters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
    TokenFilterFunction stemmer =
        (settings, environment) ->
            stemmer(settings.get("language", settings.get("name", "porter")));
    TokenFilterFunction snowball =
        (settings, environment) -> snowball(settings.get("language", "English"));
    TokenFilterFunction kstem = (settings, environment) -> KStemFilter::new;
    TokenFilterFunction porter = (settings, environment) -> PorterStemFilter::new;
    return Map.of(
        "stemmer", stemmer.forWords(),
        "snowball", snowball.forWords(),
        "kstem", kstem.forWords(),
        "porter_stem", porter.forWords());
  }

  private static UnaryOperator<TokenStream> stemmer(String language) {
    return switch (language.toLowerCase(Locale.ROOT)) {
      case "english", "porter" -> PorterStemFilter::new;
      case "light_english", "lightenglish", "kstem" -> KStemFilter::new;
      case "minimal_english", "minimalenglish" -> EnglishMinimalStemFilter::new;
      case "possessive_english", "possessiveenglish" -> EnglishPossessiveFilter::new;
      case "light_french", "lightfrench" -> FrenchLightStemFilter::new;
      case "minimal_french", "minimalfrench" -> FrenchMinimalStemFilter::new;
      case "light_german", "lightgerman" -> GermanLightStemFilter::new;
      case "light_spanish", "lightspanish" -> SpanishLightStemFilter::new;
      case "light_italian", "lightitalian" -> ItalianLightStemFilter::new;
      case "light_portuguese", "lightportuguese" -> PortugueseLightStemFilter::new;
      case "porter2" -> snowball("english");
      case "french", "german", "spanish", "italian", "portuguese", "dutch" -> snowball(language);
      default ->
          throw new IllegalArgumentException(
              "Unknown stemmer [" + language + "] in the embedded node");
    };
  }

  private static UnaryOperator<TokenStream> snowball(String language) {
    String name =
        language.substring(0, 1).toUpperCase(Locale.ROOT)
            + language.substring(1).toLowerCase(Locale.ROOT);
    return input -> new SnowballFilter(input, name);
  }
}
