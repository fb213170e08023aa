package dev.kith.api.introductions;

import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.PersonRef;
import dev.kith.api.error.ErrorResponses;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.query.Viewer;
import dev.kith.api.request.PageRequest;
import dev.kith.api.request.PersonResolver;
import dev.kith.api.request.QueryExecutor;
import dev.kith.api.request.RequestParser;
import dev.kith.api.request.ViewerResolver;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/** Introductions to a person. */
@Controller("/api/people/{id}/introductions")
@ExecuteOn(QueryExecutor.REQUESTS)
@ErrorResponses
@Tag(name = "people")
class IntroductionsController {
  private final IntroductionFinder finder;
  private final PersonResolver persons;
  private final PathViewBuilder views;
  private final ViewerResolver viewers;
  private final RequestParser requests;

  IntroductionsController(
      IntroductionFinder finder,
      PersonResolver persons,
      PathViewBuilder views,
      ViewerResolver viewers,
      RequestParser requests) {
    this.finder = finder;
    this.persons = persons;
    this.views = views;
    this.viewers = viewers;
    this.requests = requests;
  }

  /** The best paths of at most three steps from the viewer, or anyone of the team, to a person. */
  @Get
  IntroductionsView introductions(
      String id,
      @QueryValue @Parameter(required = false, example = "ann@example.org") Optional<String> as,
      @QueryValue
          @Parameter(
              required = false,
              schema = @Schema(type = "integer", minimum = "1", example = "10"))
          Optional<String> size) {
    PageRequest page = requests.page("introductions", size, Optional.empty());
    IndexedPerson person = persons.current(id, "/introductions");
    Viewer viewer = viewers.viewer(as);
    if (!viewer.isSomebody() || viewer.ids().contains(person.id())) {
      throw InvalidParameterException.because(
          "as", "expected somebody other than whom to be introduced to");
    }
    List<IntroductionPath> best =
        finder.best(viewer.ids(), person.id(), page.moment(), page.size());
    return new IntroductionsView(
        PersonRef.of(person), viewer.summary(), views.of(best, page.moment()), page.moment().now());
  }
}
