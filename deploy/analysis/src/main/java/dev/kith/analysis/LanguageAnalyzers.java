package dev.kith.analysis;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The predefined analyzers of the languages that Kith's mappings use. */
final class LanguageAnalyzers {

  private LanguageAnalyzers() {}

  static Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> all() {
    return Map.of(
        "english", provider(EnglishAnalyzer.getDefaultStopSet(), EnglishAnalyzer::new),
        "french", provider(FrenchAnalyzer.getDefaultStopSet(), FrenchAnalyzer::new));
  }

  private static AnalysisProvider<AnalyzerProvider<? extends Analyzer>> provider(
      CharArraySet usualStopWords, Language language) {
    return (index, environment, name, settings) -> {
      CharArraySet stopWords = Analysis.parseStopWords(environment, settings, usualStopWords);
      CharArraySet unstemmed = Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET);
      return new Ready(name, language.analyzer(stopWords, unstemmed));
    };
  }

  /** The constructor of a Lucene analyzer. */
  @FunctionalInterface
  private interface Language {
    Analyzer analyzer(CharArraySet stopWords, CharArraySet unstemmed);
  }

  /** Provides one analyzer. */
  private static final class Ready extends AbstractIndexAnalyzerProvider<Analyzer> {
    private final Analyzer analyzer;

    Ready(String name, Analyzer analyzer) {
      super(name);
      this.analyzer = analyzer;
    }

    @Override
    public Analyzer get() {
      return analyzer;
    }
  }
}
