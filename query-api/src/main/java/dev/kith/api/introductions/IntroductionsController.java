package dev.kith.api.introductions;

import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Askers;
import dev.kith.api.asking.Page;
import dev.kith.api.asking.Pages;
import dev.kith.api.asking.PersonRef;
import dev.kith.api.asking.Turns;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.people.Persons;
import dev.kith.api.web.Refusals;
import dev.kith.api.web.WrongParameter;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/** Who can introduce us. */
@Controller("/api/people/{id}/introductions")
@ExecuteOn(Turns.QUESTIONS)
@Refusals
@Tag(name = "people")
class IntroductionsController {
  private final Introductions introductions;
  private final Persons persons;
  private final PathViews views;
  private final Askers askers;
  private final Pages pages;

  IntroductionsController(
      Introductions introductions, Persons persons, PathViews views, Askers askers, Pages pages) {
    this.introductions = introductions;
    this.persons = persons;
    this.views = views;
    this.askers = askers;
    this.pages = pages;
  }

  /** The best paths of at most three steps from the asker, or anyone of the team, to a person. */
  @Get
  IntroductionsView introductions(
      String id,
      @QueryValue @Parameter(required = false, example = "ann@example.org") Optional<String> as,
      @QueryValue
          @Parameter(
              required = false,
              schema = @Schema(type = "integer", minimum = "1", example = "10"))
          Optional<String> size) {
    Page page = pages.page("introductions", size, Optional.empty());
    PersonDocument person = persons.present(id, "/introductions");
    Asker asker = askers.asker(as);
    if (!asker.isSomebody() || asker.ids().contains(person.id())) {
      throw WrongParameter.because("as", "expected somebody other than whom to be introduced to");
    }
    List<Path> best = introductions.best(asker.ids(), person.id(), page.moment(), page.size());
    return new IntroductionsView(
        PersonRef.of(person), asker.view(), views.of(best, page.moment()), page.moment().now());
  }
}
