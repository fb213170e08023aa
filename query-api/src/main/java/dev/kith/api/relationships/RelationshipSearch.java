package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.closeness.PointInTimeSearch;
import dev.kith.api.closeness.PointInTimeSearch.PointInTimeResult;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.document.PersonRef;
import dev.kith.api.index.Hits;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Moment;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.RelationshipQueries;
import dev.kith.api.query.Viewer;
import dev.kith.api.relationships.RelationshipsPage.RelationshipView;
import dev.kith.api.request.NameResolver;
import dev.kith.api.request.PageRequest;
import dev.kith.api.request.SearchRequest;
import dev.kith.api.search.SearchQuery;
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
  private final NameResolver names;
  private final PointInTimeSearch past;

  RelationshipSearch(
      RelationshipsIndex relationships,
      PeopleIndex people,
      NameResolver names,
      PointInTimeSearch past) {
    this.past = past;
    this.relationships = relationships;
    this.people = people;
    this.names = names;
  }

  /**
   * A page of matching relationships.
   *
   * @param of only relationships of these persons; all if empty
   */
  RelationshipsPage page(SearchRequest asked, Set<String> of, RelationshipOrder order) {
    SearchQuery search = asked.search();
    PageRequest page = asked.atPastDay().page();
    var queries = queries(search, asked.viewer(), page.moment());
    if (page.moment().isPast()) {
      return then(past.matching(search, queries, of, page.moment()), order, asked, page);
    }
    List<Query> besides = of.isEmpty() ? List.of() : List.of(RelationshipQueries.of(of));
    Hits<IndexedRelationship> hits =
        relationships.page(
            new PageQuery(
                order.query(queries, search, besides),
                order.order(),
                page.after(),
                page.size(),
                List.of("buckets")));
    return answer(hits, asked, page, null);
  }

  private RelationshipsPage then(
      PointInTimeResult found, RelationshipOrder order, SearchRequest asked, PageRequest page) {
    return answer(
        InMemoryPager.page(found.relationships(), order.comparing(page.moment()), page),
        asked,
        page,
        found.note());
  }

  /**
   * A page of the relationships that match, strongest first: those of the viewer if the request
   * names one, else of all.
   */
  public RelationshipsPage page(SearchRequest asked) {
    return page(asked, of(asked.viewer()), RelationshipOrder.STRENGTH);
  }

  /** Those of these relationships that match. */
  public List<RelationshipView> among(
      List<String> ids, SearchQuery search, Viewer viewer, Moment moment) {
    var fits = new ArrayList<Query>();
    fits.add(Filters.any("id", ids));
    fits.add(queries(search, viewer, moment).query(search));
    if (!of(viewer).isEmpty()) {
      fits.add(RelationshipQueries.of(of(viewer)));
    }
    var question = PageQuery.first(ids.size(), Filters.all(fits)).leavingOut("buckets");
    return views(relationships.page(question).documents(), viewer, moment);
  }

  private RelationshipQueries queries(SearchQuery search, Viewer viewer, Moment moment) {
    return new RelationshipQueries(moment, names.namesAndWords(search, viewer), viewer.ids());
  }

  /** Ids of the persons whose relationships are listed; empty for all relationships. */
  static Set<String> of(Viewer viewer) {
    return viewer.isNamed() ? viewer.ids() : Set.of();
  }

  private RelationshipsPage answer(
      Hits<IndexedRelationship> hits,
      SearchRequest asked,
      PageRequest page,
      @Nullable String note) {
    return new RelationshipsPage(
        views(hits.documents(), asked.viewer(), page.moment()),
        hits.total(),
        page.next(hits),
        page.moment().now(),
        note);
  }

  private List<RelationshipView> views(
      List<IndexedRelationship> found, Viewer viewer, Moment moment) {
    Set<String> viewers = viewer.ids();
    Map<String, PersonRef> names = names(found);
    return found.stream().map(each -> RelationshipView.of(each, names, viewers, moment)).toList();
  }

  private Map<String, PersonRef> names(List<IndexedRelationship> found) {
    Set<String> ids =
        found.stream().flatMap(each -> Stream.of(each.a(), each.b())).collect(Collectors.toSet());
    return people.byIds(ids).stream()
        .collect(Collectors.toMap(IndexedPerson::id, PersonRef::of, (one, _) -> one));
  }
}
