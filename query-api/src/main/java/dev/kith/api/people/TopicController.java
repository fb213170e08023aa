package dev.kith.api.people;

import dev.kith.api.document.IndexedPerson;
import dev.kith.api.error.ErrorResponses;
import dev.kith.api.error.InvalidParameter;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.query.PeopleQueries;
import dev.kith.api.query.ResolvedNames;
import dev.kith.api.relationships.Closeness;
import dev.kith.api.request.PageRequest;
import dev.kith.api.request.PageRequestParser;
import dev.kith.api.request.QueryExecutor;
import dev.kith.api.request.Viewer;
import dev.kith.api.request.ViewerResolver;
import dev.kith.api.search.Clause;
import dev.kith.api.search.InvalidText;
import dev.kith.api.search.SafeText;
import dev.kith.api.search.SearchQuery;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is engaged around a topic. */
@Controller("/api/topics/{topic}/people")
@ExecuteOn(QueryExecutor.REQUESTS)
@ErrorResponses
@Tag(name = "topics")
class TopicController {
  private static final int CLOSEST = 5;
  private static final int LONGEST = 200;

  private final ExpertFinder experts;
  private final PeopleIndex people;
  private final ViewerContacts contacts;
  private final ViewerResolver viewers;
  private final PageRequestParser pages;

  TopicController(
      ExpertFinder experts,
      PeopleIndex people,
      ViewerContacts contacts,
      ViewerResolver viewers,
      PageRequestParser pages) {
    this.experts = experts;
    this.people = people;
    this.contacts = contacts;
    this.viewers = viewers;
    this.pages = pages;
  }

  /** Who talks about a topic, most engaged first, and whom among them the viewer knows best. */
  @Get
  TopicView people(
      String topic,
      @QueryValue @Parameter(required = false, example = "ann@example.org") Optional<String> as,
      @QueryValue
          @Parameter(
              required = false,
              schema = @Schema(type = "integer", minimum = "1", example = "20"))
          Optional<String> size) {
    PageRequest page = pages.page("topic", size, Optional.empty());
    SearchQuery search = new SearchQuery(List.of(clause(topic)));
    Viewer viewer = viewers.viewer(as);
    var votes = experts.votes(search, ResolvedNames.NOBODY, viewer, page.moment()).result();
    var tally = experts.tally(votes, search, List.of(PeopleQueries.live()));
    List<IndexedPerson> engaged =
        people.byIds(tally.shares().keySet()).stream()
            .sorted(mostEngagedFirst(tally.shares()))
            .toList();
    List<PersonHit> hits = hits(engaged, tally, viewer, page);
    List<PersonHit> closest =
        hits.stream()
            .filter(hit -> hit.closeness() != null)
            .sorted(Comparator.comparingDouble(TopicController::distance))
            .limit(CLOSEST)
            .toList();
    return new TopicView(
        topic,
        hits.stream().limit(page.size()).toList(),
        closest,
        hits.size(),
        viewer.view(),
        page.moment().now());
  }

  private static double distance(PersonHit hit) {
    Closeness closeness = hit.closeness();
    return closeness == null ? 0 : -closeness.strength();
  }

  private static Comparator<IndexedPerson> mostEngagedFirst(
      Map<String, ExpertiseVotes.Share> shares) {
    return Comparator.comparingDouble((IndexedPerson person) -> -weight(shares, person.id()))
        .thenComparing(IndexedPerson::id);
  }

  private static double weight(Map<String, ExpertiseVotes.Share> shares, String person) {
    return Stream.ofNullable(shares.get(person)).mapToDouble(ExpertiseVotes.Share::weight).sum();
  }

  private List<PersonHit> hits(
      List<IndexedPerson> engaged, ExpertiseVotes.Tally tally, Viewer viewer, PageRequest page) {
    var closeness =
        contacts.to(engaged.stream().map(IndexedPerson::id).toList(), viewer, page.moment());
    return engaged.stream()
        .map(person -> PersonHit.of(person, closeness.get(person.id()), tally.of(person.id())))
        .toList();
  }

  private static Clause clause(String topic) {
    try {
      SafeText.check(topic);
    } catch (InvalidText e) {
      throw InvalidParameter.because("topic", String.valueOf(e.getMessage()));
    }
    if (topic.isBlank() || topic.length() > LONGEST) {
      throw InvalidParameter.expected("topic", "a word or a few", topic);
    }
    String name = Normalizer.normalize(topic.strip(), Normalizer.Form.NFC);
    return new Clause.Topic(List.of(name.toLowerCase(Locale.ROOT)));
  }
}
