package dev.kith.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.schemas.HalfLife;
import org.junit.jupiter.api.Test;

class IndexedRelationshipTest {
  @Test
  void everyHalfLifeThatIsSetIsRead() throws JsonProcessingException {
    var document =
        new ObjectMapper()
            .readValue(
                """
                {"id": "p|q", "a": "p", "b": "q", "ended": false, "endedAt": null, "count": 3,
                 "g50": 411.5, "g730": 28.25, "g0_5": 41000, "gone": 1}
                """,
                IndexedRelationship.class);

    assertThat(document.halfLives())
        .containsExactlyInAnyOrder(
            new HalfLife(50.0, 411.5), new HalfLife(730.0, 28.25), new HalfLife(0.5, 41000.0));
  }
}
