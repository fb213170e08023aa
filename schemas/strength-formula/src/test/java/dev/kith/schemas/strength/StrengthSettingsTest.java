package dev.kith.schemas.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.schemas.Indices;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StrengthSettingsTest {
  @Test
  void needNothing() {
    assertThat(formula(Map.of())).isEqualTo(StrengthFormula.standard());
  }

  @Test
  void theIndexOfRelationshipsHasAFieldForEveryStandardHalfLife() throws IOException {
    try (var mapping = new Indices("kith-").relationships().openMapping()) {
      var fields = new ObjectMapper().readTree(mapping).path("properties");

      assertThat(StrengthFormula.standard().halfLives())
          .allSatisfy(days -> assertThat(fields.has(Indices.strengthField(days))).isTrue());
    }
  }

  @Test
  void everyKeyCounts() {
    var formula =
        formula(
            Map.of(
                "kith.strength.kind-weights.co-authored",
                2,
                "kith.strength.half-lives.14",
                0.5,
                "kith.strength.half-lives.365",
                0.1,
                "kith.strength.long-term-kinds",
                List.of("met", "called"),
                "kith.strength.long-term-half-life",
                200,
                "kith.strength.long-term-weight",
                0.01,
                "kith.strength.exclusivity-exponent",
                0.25,
                "kith.strength.no-contact-kinds",
                List.of("heard-of"),
                "kith.strength.warming",
                1.5,
                "kith.strength.cooling",
                -4));
    var reciprocity =
        formula(
                Map.of(
                    "kith.strength.single-message-weight",
                    0.5,
                    "kith.strength.max-unanswered",
                    20,
                    "kith.strength.mutual-kinds",
                    List.of("met")))
            .reciprocity();

    assertThat(formula.halfLives()).containsExactly(14.0, 200.0, 365.0);
    assertThat(formula.longTerm()).isEqualTo(new LongTermKinds(Set.of("met", "called"), 200, 0.01));
    assertThat(formula.weight(14)).isEqualTo(0.5);
    assertThat(formula.interactionWeights().kinds()).containsEntry("co-authored", 2.0);
    assertThat(formula.interactionWeights().exclusivityExponent()).isEqualTo(0.25);
    assertThat(formula.noContactKinds()).containsExactly("heard-of");
    assertThat(formula.bounds()).isEqualTo(new Trend.Bounds(1.5, -4));
    assertThat(reciprocity).isEqualTo(new Reciprocity(Set.of("met"), 0.5, 20));
  }

  @Test
  void whereNothingLastsAllFadesAlike() {
    assertThat(formula(Map.of("kith.strength.long-term-kinds", List.of())).halfLives())
        .containsExactly(7.0, 50.0, 730.0);
  }

  @Test
  void aHalfLifeThatIsNoNumberIsNamed() {
    assertThatThrownBy(() -> formula(Map.of("kith.strength.half-lives.week", 1)))
        .hasStackTraceContaining("week");
  }

  private static StrengthFormula formula(Map<String, Object> properties) {
    try (var context = ApplicationContext.run(properties)) {
      return context.getBean(StrengthSettings.class).formula();
    }
  }
}
