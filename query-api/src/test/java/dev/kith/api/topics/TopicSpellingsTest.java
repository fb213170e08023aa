package dev.kith.api.topics;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicSpellingsTest {
  @Test
  void theMostFrequentFormIsShown() {
    var forms =
        TopicSpellings.read(
            Map.of(
                "topics.written",
                terms(Map.of("OpenData", 3L, "opendata", 2L)),
                "phrases.written",
                terms(
                    Map.of("gaëlle", 5L, "gaelle", 4L, "opendata", 2L, "hôtel", 1L, "hotel", 1L))),
            List.of("topics", "phrases"));

    assertThat(forms.of("gaelle")).isEqualTo("gaëlle");
    assertThat(forms.of("opendata")).isEqualTo("OpenData");
    assertThat(forms.of("hotel")).as("of equals the one with accents").isEqualTo("hôtel");
    assertThat(forms.of("unknown")).isEqualTo("unknown");
  }

  private static Aggregate terms(Map<String, Long> counts) {
    List<StringTermsBucket> buckets =
        counts.entrySet().stream()
            .map(
                each ->
                    StringTermsBucket.of(
                        b -> b.key(FieldValue.of(each.getKey())).docCount(each.getValue())))
            .toList();
    return Aggregate.of(a -> a.sterms(s -> s.buckets(b -> b.array(buckets))));
  }

  @ParameterizedTest
  @CsvSource({"Forêt, foret", "Straße, strasse", "Ærø, aero", "Łódź, lodz", "œuvre, oeuvre"})
  void formsAreFoldedAsTheIndexFolds(String written, String folded) {
    assertThat(TopicSpellings.folded(written)).isEqualTo(folded);
  }
}
