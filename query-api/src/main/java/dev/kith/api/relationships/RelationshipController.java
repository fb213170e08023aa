package dev.kith.api.relationships;

import dev.kith.api.asking.Askers;
import dev.kith.api.asking.Pages;
import dev.kith.api.asking.Turns;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.index.RelationshipDocument;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.people.Persons;
import dev.kith.api.search.Moment;
import dev.kith.api.web.Moved;
import dev.kith.api.web.Refusals;
import dev.kith.api.web.Unknown;
import dev.kith.api.web.WrongParameter;
import dev.kith.schemas.PersonPair;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** One relationship. */
@Controller("/api/relationships/{a}/{b}")
@ExecuteOn(Turns.QUESTIONS)
@Refusals
@Tag(name = "relationships")
class RelationshipController {
  private final RelationshipsIndex relationships;
  private final Persons persons;
  private final Dialogue dialogue;
  private final Memories memories;
  private final Askers askers;
  private final Pages pages;

  RelationshipController(
      RelationshipsIndex relationships,
      Persons persons,
      Dialogue dialogue,
      Memories memories,
      Askers askers,
      Pages pages) {
    this.relationships = relationships;
    this.dialogue = dialogue;
    this.memories = memories;
    this.askers = askers;
    this.persons = persons;
    this.pages = pages;
  }

  /** How close two people are, now or at the end of a past day, and what makes it so. */
  @Get
  RelationshipDetail relationship(
      String a,
      String b,
      @QueryValue @Parameter(required = false, example = "2019-12-31") Optional<String> at,
      @QueryValue @Parameter(required = false, example = "ann@example.org") Optional<String> as) {
    Moment moment = pages.at(at);
    PersonDocument one = persons.found("a", a);
    PersonDocument other = persons.found("b", b);
    if (one.id().equals(other.id())) {
      throw WrongParameter.because("b", "expected another person than a");
    }
    if (!one.id().equals(a) || !other.id().equals(b)) {
      throw new Moved("/api/relationships/" + one.id() + "/" + other.id());
    }
    return relationships
        .between(PersonPair.of(a, b))
        .map(found -> detail(found, new Encounter(one, other, askers.asker(as), moment)))
        .orElseThrow(() -> new Unknown("no contact between " + a + " and " + b + " is known"));
  }

  private RelationshipDetail detail(RelationshipDocument found, Encounter both) {
    Answers byA = dialogue.answers(both.one(), both.other(), both);
    Answers byB = dialogue.answers(both.other(), both.one(), both);
    return RelationshipDetail.of(
        found, both, AnswerDelay.of(byA, byB), memories.of(both, byA, byB));
  }
}
