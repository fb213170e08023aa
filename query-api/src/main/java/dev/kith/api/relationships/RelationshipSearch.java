package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Inquiry;
import dev.kith.api.asking.Page;
import dev.kith.api.asking.PersonRef;
import dev.kith.api.asking.Understanding;
import dev.kith.api.index.Hits;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.index.Question;
import dev.kith.api.index.RelationshipDocument;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.relationships.PastRelationships.Past;
import dev.kith.api.search.Moment;
import dev.kith.api.search.RelationshipQueries;
import dev.kith.api.search.Search;
import dev.kith.api.search.Terms;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds relationships, and names the people in them. */
@Singleton
public class RelationshipSearch {
  private final RelationshipsIndex relationships;
  private final PeopleIndex people;
  private final Understanding understanding;
  private final PastRelationships past;

  RelationshipSearch(
      RelationshipsIndex relationships,
      PeopleIndex people,
      Understanding understanding,
      PastRelationships past) {
    this.past = past;
    this.relationships = relationships;
    this.people = people;
    this.understanding = understanding;
  }

  /**
   * A page of those that fit.
   *
   * @param of only relationships of these persons; of everybody if there are none
   */
  RelationshipsPage page(Inquiry asked, Set<String> of, RelationshipOrder order) {
    Search search = asked.search();
    Page page = asked.asOfThen().page();
    var queries = queries(search, asked.asker(), page.moment());
    if (page.moment().past()) {
      return then(past.fitting(search, queries, of, page.moment()), order, page);
    }
    List<Query> besides = of.isEmpty() ? List.of() : List.of(RelationshipQueries.of(of));
    Hits<RelationshipDocument> hits =
        relationships.page(
            new Question(
                order.query(queries, search, besides),
                order.order(),
                page.after(),
                page.size(),
                List.of("buckets")));
    return answer(hits, page, null);
  }

  private RelationshipsPage then(Past found, RelationshipOrder order, Page page) {
    return answer(
        Turning.page(found.relationships(), order.comparing(page.moment()), page),
        page,
        found.note());
  }

  /** A page of those that fit, closest first: of the asker if the question names one, or of all. */
  public RelationshipsPage page(Inquiry asked) {
    return page(asked, of(asked.asker()), RelationshipOrder.STRENGTH);
  }

  /** Those of some relationships that fit. */
  public List<RelationshipView> among(List<String> ids, Search search, Asker asker, Moment moment) {
    var fits = new ArrayList<Query>();
    fits.add(Terms.any("id", ids));
    fits.add(queries(search, asker, moment).query(search));
    if (!of(asker).isEmpty()) {
      fits.add(RelationshipQueries.of(of(asker)));
    }
    var question = Question.first(ids.size(), Terms.all(fits)).leavingOut("buckets");
    return views(relationships.page(question).documents(), moment);
  }

  private RelationshipQueries queries(Search search, Asker asker, Moment moment) {
    return new RelationshipQueries(moment, understanding.namedAndCalled(search, asker));
  }

  /** Whose relationships are meant: those of whoever the question names; of everybody if nobody. */
  static Set<String> of(Asker asker) {
    return asker.named() ? asker.ids() : Set.of();
  }

  private RelationshipsPage answer(
      Hits<RelationshipDocument> hits, Page page, @Nullable String note) {
    return new RelationshipsPage(
        views(hits.documents(), page.moment()),
        hits.total(),
        page.next(hits),
        page.moment().now(),
        note);
  }

  private List<RelationshipView> views(List<RelationshipDocument> found, Moment moment) {
    Map<String, PersonRef> names = names(found);
    return found.stream().map(each -> RelationshipView.of(each, names, moment)).toList();
  }

  private Map<String, PersonRef> names(List<RelationshipDocument> found) {
    Set<String> ids =
        found.stream().flatMap(each -> Stream.of(each.a(), each.b())).collect(Collectors.toSet());
    return people.byIds(ids).stream()
        .collect(Collectors.toMap(PersonDocument::id, PersonRef::of, (one, _) -> one));
  }
}
