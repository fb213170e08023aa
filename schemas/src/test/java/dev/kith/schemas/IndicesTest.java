package dev.kith.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndicesTest {
  /** Field types that a full and an embedded Elasticsearch have. */
  private static final Set<String> TYPES =
      Set.of("binary", "keyword", "text", "boolean", "date", "double", "long", "object");

  /** Token filters that the embedded Elasticsearch gets from deploy/analysis. */
  private static final Set<String> FILTERS = Set.of("edge_ngram", "stemmer", "stop", "elision");

  private static final Indices INDICES = new Indices("kith-");

  @Test
  void theIndicesOfAWorkspaceBeginWithItsPrefix() {
    assertThat(INDICES.all())
        .extracting(Index::alias)
        .containsExactly("kith-people", "kith-relationships", "kith-activities");
  }

  @Test
  void aVersionedNameTellsItsNumber() {
    var people = INDICES.people();

    assertThat(people.versioned(12)).isEqualTo("kith-people-000012");
    assertThat(people.number(people.versioned(12))).isEqualTo(12);
    assertThat(people.number("kith-activities-000012")).isZero();
    assertThat(people.number("kith-people-old")).isZero();
  }

  @Test
  void anIdIsItsOwnDocumentIdUnlessElasticsearchWouldRefuseIt() {
    String longest = "é".repeat(256);
    String tooLong = longest + "x";

    assertThat(Indices.documentId("1@example.org")).isEqualTo("1@example.org");
    assertThat(Indices.documentId(longest)).isEqualTo(longest);
    assertThat(Indices.documentId(tooLong).getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(512);
    assertThat(Indices.documentId(tooLong)).isNotEqualTo(Indices.documentId(tooLong + "x"));
  }

  @Test
  void everyMappingIsStrictAndUsesOnlyWhatEveryElasticsearchHas() throws IOException {
    for (Index index : INDICES.all()) {
      JsonNode mapping = json(index.openMapping());

      assertThat(mapping.get("dynamic").asText()).as(index.alias()).isEqualTo("strict");
      assertThat(mapping.findValuesAsText("type")).as(index.alias()).isSubsetOf(TYPES);
    }
  }

  @Test
  void everyAnalyzerThatAMappingNamesIsThere() throws IOException {
    JsonNode analysis = json(Index.openSettings()).get("analysis");
    for (Index index : INDICES.all()) {
      JsonNode mapping = json(index.openMapping());

      assertThat(names(mapping, "analyzer", "search_analyzer"))
          .as(index.alias())
          .allSatisfy(name -> assertThat(analysis.get("analyzer").has(name)).isTrue());
      assertThat(names(mapping, "normalizer"))
          .as(index.alias())
          .allSatisfy(name -> assertThat(analysis.get("normalizer").has(name)).isTrue());
    }
  }

  @Test
  void theFiltersAreThoseThatTheEmbeddedElasticsearchHas() throws IOException {
    JsonNode analysis = json(Index.openSettings()).get("analysis");

    assertThat(analysis.get("filter").findValuesAsText("type")).isSubsetOf(FILTERS);
  }

  private static List<String> names(JsonNode mapping, String... keys) {
    return List.of(keys).stream()
        .flatMap(key -> mapping.findValuesAsText(key).stream())
        .distinct()
        .toList();
  }

  private static JsonNode json(InputStream in) throws IOException {
    try (in) {
      return new ObjectMapper().readTree(in);
    }
  }
}
