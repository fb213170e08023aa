package dev.kith.api.relationships;

import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.error.ErrorResponses;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.error.NotFound;
import dev.kith.api.error.RedirectResponse;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.query.Moment;
import dev.kith.api.relationships.ReplyFinder.Replies;
import dev.kith.api.request.PersonResolver;
import dev.kith.api.request.QueryExecutor;
import dev.kith.api.request.RequestParser;
import dev.kith.api.request.ViewerResolver;
import dev.kith.schemas.PersonPair;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** A single relationship. */
@Controller("/api/relationships/{a}/{b}")
@ExecuteOn(QueryExecutor.REQUESTS)
@ErrorResponses
@Tag(name = "relationships")
class RelationshipController {
  private final RelationshipsIndex relationships;
  private final PersonResolver persons;
  private final ReplyFinder replies;
  private final ContextBuilder contexts;
  private final ViewerResolver viewers;
  private final RequestParser requests;

  RelationshipController(
      RelationshipsIndex relationships,
      PersonResolver persons,
      ReplyFinder replies,
      ContextBuilder contexts,
      ViewerResolver viewers,
      RequestParser requests) {
    this.relationships = relationships;
    this.replies = replies;
    this.contexts = contexts;
    this.viewers = viewers;
    this.persons = persons;
    this.requests = requests;
  }

  /** How close two people are, now or at the end of a past day, and why. */
  @Get
  RelationshipDetail relationship(
      String a,
      String b,
      @QueryValue @Parameter(required = false, example = "2019-12-31") Optional<String> at,
      @QueryValue @Parameter(required = false, example = "ann@example.org") Optional<String> as) {
    Moment moment = requests.at(at);
    IndexedPerson one = persons.found("a", a);
    IndexedPerson other = persons.found("b", b);
    if (one.id().equals(other.id())) {
      throw InvalidParameterException.because("b", "expected another person than a");
    }
    if (!one.id().equals(a) || !other.id().equals(b)) {
      throw new RedirectResponse("/api/relationships/" + one.id() + "/" + other.id());
    }
    return relationships
        .between(PersonPair.of(a, b))
        .map(found -> detail(found, new PairQuery(one, other, viewers.viewer(as), moment)))
        .orElseThrow(() -> new NotFound("no contact between " + a + " and " + b + " is known"));
  }

  private RelationshipDetail detail(IndexedRelationship found, PairQuery pair) {
    Replies byA = replies.replies(pair.one(), pair.other(), pair);
    Replies byB = replies.replies(pair.other(), pair.one(), pair);
    return RelationshipDetail.of(
        found, pair, ReplyTimes.of(byA, byB), contexts.context(pair, byA, byB));
  }
}
