package dev.kith.api.topics;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The most frequent spellings of topics. The index folds case and accents, so that all spellings of
 * a topic count as one; responses show the most frequent spelling.
 *
 * @param byFolded the most frequent spelling, by folded topic
 */
public record TopicSpellings(Map<String, String> byFolded) {
  private static final String WRITTEN = ".written";
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** A spelling and its frequency. */
  private record Form(String text, long count) {
    /** The more frequent spelling; of two equally frequent ones, the one with accents. */
    Form better(Form other) {
      int order = Long.compare(count, other.count);
      return order > 0 || (order == 0 && text.compareTo(other.text) > 0) ? this : other;
    }
  }

  /** Adds aggregations for the spellings in these fields, with this many per field. */
  static void ask(SearchRequest.Builder request, List<String> fields, int most) {
    for (String field : fields) {
      request.aggregations(
          field + WRITTEN, Aggregation.of(a -> a.terms(t -> t.field(field + WRITTEN).size(most))));
    }
  }

  static TopicSpellings read(Map<String, Aggregate> answers, List<String> fields) {
    Map<String, Form> best = new HashMap<>();
    for (String field : fields) {
      Aggregate answer = answers.get(field + WRITTEN);
      if (answer != null && answer.isSterms()) {
        for (var bucket : answer.sterms().buckets().array()) {
          var form = new Form(bucket.key().stringValue(), bucket.docCount());
          best.merge(folded(form.text()), form, Form::better);
        }
      }
    }
    Map<String, String> forms = new HashMap<>();
    best.forEach((folded, form) -> forms.put(folded, form.text()));
    return new TopicSpellings(forms);
  }

  /** The spelling of a topic; the folded topic if no spelling is known. */
  String of(String folded) {
    return byFolded.getOrDefault(folded, folded);
  }

  /** Folds as the index does: lower case, without accents and surrounding spaces. */
  public static String folded(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS
        .matcher(apart)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace("ß", "ss")
        .replace("æ", "ae")
        .replace("œ", "oe")
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("đ", "d")
        .replace("’", "'")
        .strip();
  }
}
