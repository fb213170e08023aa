package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Page;
import dev.kith.api.asking.PersonRef;
import dev.kith.api.asking.Understanding;
import dev.kith.api.index.Hits;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.index.Question;
import dev.kith.api.index.RelationshipDocument;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.search.RelationshipQueries;
import dev.kith.api.search.Search;
import dev.kith.api.search.Terms;
import dev.kith.api.web.WrongParameter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds relationships, and names the people in them. */
@Singleton
class RelationshipSearch {
  private final RelationshipsIndex relationships;
  private final PeopleIndex people;
  private final Understanding understanding;

  RelationshipSearch(
      RelationshipsIndex relationships, PeopleIndex people, Understanding understanding) {
    this.relationships = relationships;
    this.people = people;
    this.understanding = understanding;
  }

  /**
   * A page of those that fit.
   *
   * @param of only relationships of these persons; of everybody if there are none
   */
  RelationshipsPage page(
      Search search, Asker asker, Set<String> of, RelationshipOrder order, Page page) {
    if (search.at().isPresent()) {
      throw WrongParameter.because(
          "q", "at: is asked of two people, at /api/relationships/{a}/{b}?at=, or of people");
    }
    var known = understanding.namedAndCalled(search, asker);
    Query fits = new RelationshipQueries(page.moment(), known).query(search);
    Query query = of.isEmpty() ? fits : Terms.all(List.of(fits, RelationshipQueries.of(of)));
    Hits<RelationshipDocument> hits =
        relationships.page(
            new Question(
                order.ranked(query, page.moment()),
                order.order(),
                page.after(),
                page.size(),
                List.of("buckets")));
    return answer(hits, page);
  }

  private RelationshipsPage answer(Hits<RelationshipDocument> hits, Page page) {
    Map<String, PersonRef> names = names(hits.documents());
    List<RelationshipView> views =
        hits.documents().stream()
            .map(each -> RelationshipView.of(each, names, page.moment()))
            .toList();
    return new RelationshipsPage(views, hits.total(), page.next(hits), page.moment().now());
  }

  private Map<String, PersonRef> names(List<RelationshipDocument> found) {
    Set<String> ids =
        found.stream().flatMap(each -> Stream.of(each.a(), each.b())).collect(Collectors.toSet());
    return people.byIds(ids).stream()
        .collect(Collectors.toMap(PersonDocument::id, PersonRef::of, (one, _) -> one));
  }
}
