package dev.kith.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Index;
import dev.kith.schemas.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the analyzers find, on the embedded Elasticsearch as on a full one. */
class AnalyzerSearchIT {
  private static IndexingEnvironment world;

  @BeforeAll
  static void begin() {
    world = IndexingEnvironment.anew();
    world.start();
    List<String> names = List.of("Seán O’Brien", "Élise de La Tour", "Ángela Müller");
    for (int i = 0; i < names.size(); i++) {
      world.send(world.topics().people(), "p" + i, person("p" + i, names.get(i)));
    }
    say("en", "Ann's running the org.apache.kafka tests");
    say("fr", "L’équipe étudie les rivières de Bretagne");
    world.flush();
    IndexingEnvironment.until("people", () -> world.count(world.indices().people()) == 3);
    IndexingEnvironment.until("activities", () -> world.count(world.indices().activities()) == 2);
  }

  @AfterAll
  static void end() {
    world.close();
  }

  private static Person person(String id, String name) {
    return Person.newBuilder()
        .setId(id)
        .setVersion(1)
        .setKind(AccountKind.PERSON)
        .setNames(List.of(name))
        .build();
  }

  private static void say(String id, String text) {
    world.send(world.topics().activities(), id, TestActivity.activity(id, text).build());
  }

  @ParameterizedTest
  @CsvSource({
    "names,obrien,p0",
    "names,O'Brien,p0",
    "names,sean,p0",
    "names,muller,p2",
    "names.prefix,él,p1",
    "names.prefix,ang mul,p2",
    "names.exact,ELISE DE LA TOUR,p1"
  })
  void aPersonIsFoundHoweverTheNameIsTyped(String field, String typed, String found) {
    assertThat(search(world.indices().people(), field, typed)).containsExactly(found);
  }

  @ParameterizedTest
  @CsvSource({
    "text,kafka,en",
    "text,ann,en",
    "text,run,en",
    "text.fr,équipes,fr",
    "text.fr,riviere,fr",
    "text.fr,bretagne,fr"
  })
  void wordsAreFoundInAnyForm(String field, String typed, String found) {
    assertThat(search(world.indices().activities(), field, typed)).containsExactly(found);
  }

  private static List<String> search(Index index, String field, String typed) {
    try {
      return world
          .client
          .search(
              search ->
                  search
                      .index(index.alias())
                      .query(
                          query ->
                              query.match(
                                  match -> match.field(field).query(typed).operator(Operator.And))),
              Void.class)
          .hits()
          .hits()
          .stream()
          .map(hit -> hit.id() == null ? "" : hit.id())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
