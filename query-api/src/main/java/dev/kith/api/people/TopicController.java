package dev.kith.api.people;

import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Askers;
import dev.kith.api.asking.Page;
import dev.kith.api.asking.Pages;
import dev.kith.api.asking.Turns;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.relationships.Closeness;
import dev.kith.api.search.Clause;
import dev.kith.api.search.Known;
import dev.kith.api.search.NotUnderstood;
import dev.kith.api.search.PeopleQueries;
import dev.kith.api.search.SafeText;
import dev.kith.api.search.Search;
import dev.kith.api.web.Refusals;
import dev.kith.api.web.WrongParameter;
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
@ExecuteOn(Turns.QUESTIONS)
@Refusals
@Tag(name = "topics")
class TopicController {
  private static final int CLOSEST = 5;
  private static final int LONGEST = 200;

  private final Talk talk;
  private final PeopleIndex people;
  private final Ties ties;
  private final Askers askers;
  private final Pages pages;

  TopicController(Talk talk, PeopleIndex people, Ties ties, Askers askers, Pages pages) {
    this.talk = talk;
    this.people = people;
    this.ties = ties;
    this.askers = askers;
    this.pages = pages;
  }

  /** Who talks about a topic, most engaged first, and whom among them the asker knows best. */
  @Get
  TopicView people(
      String topic,
      @QueryValue @Parameter(required = false, example = "ann@example.org") Optional<String> as,
      @QueryValue
          @Parameter(
              required = false,
              schema = @Schema(type = "integer", minimum = "1", example = "20"))
          Optional<String> size) {
    Page page = pages.page("topic", size, Optional.empty());
    Search search = new Search(List.of(clause(topic)));
    Asker asker = askers.asker(as);
    var votes = talk.votes(search, Known.NOBODY, asker, page.moment()).answer();
    var tally = talk.tally(votes, search, List.of(PeopleQueries.live()));
    List<PersonDocument> engaged =
        people.byIds(tally.shares().keySet()).stream()
            .sorted(mostEngagedFirst(tally.shares()))
            .toList();
    List<PersonHit> hits = hits(engaged, tally, asker, page);
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
        asker.view(),
        page.moment().now());
  }

  private static double distance(PersonHit hit) {
    Closeness closeness = hit.closeness();
    return closeness == null ? 0 : -closeness.strength();
  }

  private static Comparator<PersonDocument> mostEngagedFirst(Map<String, Votes.Share> shares) {
    return Comparator.comparingDouble((PersonDocument person) -> -weight(shares, person.id()))
        .thenComparing(PersonDocument::id);
  }

  private static double weight(Map<String, Votes.Share> shares, String person) {
    return Stream.ofNullable(shares.get(person)).mapToDouble(Votes.Share::weight).sum();
  }

  private List<PersonHit> hits(
      List<PersonDocument> engaged, Votes.Tally tally, Asker asker, Page page) {
    var closeness =
        ties.to(engaged.stream().map(PersonDocument::id).toList(), asker, page.moment());
    return engaged.stream()
        .map(person -> PersonHit.of(person, closeness.get(person.id()), tally.of(person.id())))
        .toList();
  }

  private static Clause clause(String topic) {
    try {
      SafeText.check(topic);
    } catch (NotUnderstood e) {
      throw WrongParameter.because("topic", String.valueOf(e.getMessage()));
    }
    if (topic.isBlank() || topic.length() > LONGEST) {
      throw WrongParameter.expected("topic", "a word or a few", topic);
    }
    String name = Normalizer.normalize(topic.strip(), Normalizer.Form.NFC);
    return new Clause.Topic(List.of(name.toLowerCase(Locale.ROOT)));
  }
}
