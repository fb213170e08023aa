package dev.kith.api.people;

import dev.kith.api.closeness.Closeness;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.people.PeoplePage.PersonHit;
import dev.kith.api.query.PeopleQueries;
import dev.kith.api.query.ResolvedNames;
import dev.kith.api.query.Viewer;
import dev.kith.api.request.PageRequest;
import dev.kith.api.search.PrintableText;
import dev.kith.api.search.SearchQuery;
import dev.kith.api.search.SearchQuery.Clause;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the people who write about a topic. */
@Singleton
class TopicExperts {
  private static final int CLOSEST = 5;
  private static final int LONGEST = 200;

  private final ExpertFinder experts;
  private final PeopleIndex people;
  private final ViewerContacts contacts;

  TopicExperts(ExpertFinder experts, PeopleIndex people, ViewerContacts contacts) {
    this.experts = experts;
    this.people = people;
    this.contacts = contacts;
  }

  /** The most engaged people, and the closest contacts of the viewer among them. */
  TopicView of(String topic, Viewer viewer, PageRequest page) {
    SearchQuery search = new SearchQuery(List.of(clause(topic)));
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
            .sorted(Comparator.comparingDouble(TopicExperts::distance))
            .limit(CLOSEST)
            .toList();
    return new TopicView(
        topic,
        hits.stream().limit(page.size()).toList(),
        closest,
        hits.size(),
        viewer.summary(),
        page.moment().now());
  }

  private static double distance(PersonHit hit) {
    Closeness closeness = hit.closeness();
    return closeness == null ? 0 : -closeness.strength();
  }

  private static Comparator<IndexedPerson> mostEngagedFirst(
      Map<String, ExpertFinder.Share> shares) {
    return Comparator.comparingDouble((IndexedPerson person) -> -weight(shares, person.id()))
        .thenComparing(IndexedPerson::id);
  }

  private static double weight(Map<String, ExpertFinder.Share> shares, String person) {
    return Stream.ofNullable(shares.get(person)).mapToDouble(ExpertFinder.Share::weight).sum();
  }

  private List<PersonHit> hits(
      List<IndexedPerson> engaged, ExpertFinder.Tally tally, Viewer viewer, PageRequest page) {
    var closeness =
        contacts.to(engaged.stream().map(IndexedPerson::id).toList(), viewer, page.moment());
    return engaged.stream()
        .map(person -> PersonHit.of(person, closeness.get(person.id()), tally.of(person.id())))
        .toList();
  }

  private static Clause clause(String topic) {
    PrintableText.check("topic", topic);
    if (topic.isBlank() || topic.length() > LONGEST) {
      throw InvalidParameterException.expected("topic", "a word or a few", topic);
    }
    String name = Normalizer.normalize(topic.strip(), Normalizer.Form.NFC);
    return new Clause.Topic(List.of(name.toLowerCase(Locale.ROOT)));
  }
}
