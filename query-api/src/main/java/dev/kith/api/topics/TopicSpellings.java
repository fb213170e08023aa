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
 * How topics are written most often. The index folds case and accents away, so that all forms of a
 * topic count as one; people want to see them as they are written.
 *
 * @param byFolded the most frequent form, by what it is folded to
 */
public record TopicSpellings(Map<String, String> byFolded) {
  /** Keeps its own copy. */
  public TopicSpellings {
    byFolded = Map.copyOf(byFolded);
  }

  private static final String WRITTEN = ".written";
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** A form and how often it occurs. */
  private record Form(String text, long count) {
    /** Of two that are equally frequent, the one with accents. */
    Form better(Form other) {
      int order = Long.compare(count, other.count);
      return order > 0 || (order == 0 && text.compareTo(other.text) > 0) ? this : other;
    }
  }

  /** Asks for the forms of these fields, so many of each. */
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

  /** The form of a topic; as the index has it, where no other is known. */
  String of(String folded) {
    return byFolded.getOrDefault(folded, folded);
  }

  /** As the index folds: in lower case, without accents and spaces around. */
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
