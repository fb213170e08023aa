package dev.kith.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.Indices;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexTemplatesTest {
  private static final Indices INDICES = new Indices("kith-");

  @Test
  void aTemplateIsForTheNumberedIndicesOfItsAliasOnly() {
    var template = templates(null).template(INDICES.people());

    assertThat(template.name()).isEqualTo("kith-people");
    assertThat(template.indexPatterns()).containsExactly("kith-people-*");
  }

  @Test
  void aTemplateHasTheAnalyzersAndTheFields() {
    String json = templates(null).template(INDICES.activities()).toString();

    assertThat(json)
        .contains("\"french_text\"", "\"french_elision\"", "\"articles_case\":true")
        .contains("\"gc_deletes\":\"1h\"", "\"refresh_interval\":\"300ms\"")
        .contains("\"number_of_shards\":\"3\"", "\"auto_expand_replicas\":\"0-1\"")
        .contains("\"dynamic\":\"strict\"", "\"towardsKinds\"", "\"enabled\":false");
  }

  @Test
  void aStatedNumberOfReplicasCounts() {
    assertThat(templates(2).changeable().toString())
        .contains("\"number_of_replicas\":\"2\"", "\"auto_expand_replicas\":\"false\"");
  }

  @Test
  void aRelationshipHasAFieldForEveryHalfLifeThatIsSet() {
    assertThat(templates(null).mapping(INDICES.relationships()).properties())
        .containsKeys("g50", "g730", "g30", "g0_5", "buckets");
  }

  private static IndexTemplates templates(@Nullable Integer replicas) {
    return new IndexTemplates(
        new SetupSettings(
            2,
            null,
            Duration.ofDays(7),
            3,
            replicas,
            Duration.ofMillis(300),
            Duration.ofSeconds(1)),
        List.of(30.0, 0.5));
  }
}
