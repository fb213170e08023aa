package dev.kith.api.activities;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.PersonRef;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.error.NotFound;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.index.Hits;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.query.ActivityQueries;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Moment;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.Viewer;
import dev.kith.api.request.NameResolver;
import dev.kith.api.request.PageRequest;
import dev.kith.api.request.SearchRequest;
import dev.kith.api.search.PrintableText;
import dev.kith.api.search.SearchQuery;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds activities and names the people in them. */
@Singleton
public class ActivitySearch {
  private static final String NEWEST = "newest";
  private static final int MAX_ID_LENGTH = 2_000;

  private final ActivitiesIndex activities;
  private final PeopleIndex people;
  private final NameResolver names;

  ActivitySearch(ActivitiesIndex activities, PeopleIndex people, NameResolver names) {
    this.activities = activities;
    this.people = people;
    this.names = names;
  }

  /**
   * A page of matching activities.
   *
   * @param of only activities by these accounts or directed at them; all activities if empty
   * @param sort the parameter: newest or best
   */
  ActivitiesPage page(SearchRequest request, List<String> of, Optional<String> sort) {
    SearchQuery search = request.search();
    PageRequest page = request.page();
    Query fits = fitting(search, request.viewer(), page.moment());
    Query query = of.isEmpty() ? fits : both(fits, request.viewer().involving(of));
    String order = sort.orElse(search.words().isEmpty() ? NEWEST : "best");
    Query listed = order.equals(NEWEST) ? both(query, happened(page.moment())) : query;
    Hits<IndexedActivity> hits =
        activities.page(new PageQuery(listed, order(order), page.after(), page.size(), List.of()));
    List<IndexedActivity> shown = shown(hits.documents(), request.viewer());
    return new ActivitiesPage(shown, actors(shown), hits.total(), page.next(hits));
  }

  /** Those of these activities that match the search. */
  public List<IndexedActivity> among(
      List<String> ids, SearchQuery search, Viewer viewer, Moment moment) {
    Query fits = fitting(search, viewer, moment);
    return shown(
        activities
            .page(PageQuery.first(ids.size(), Filters.all(List.of(Filters.any("id", ids), fits))))
            .documents(),
        viewer);
  }

  /**
   * The activity with an id.
   *
   * @throws NotFound if there is none, it is deleted, or the viewer may not see it
   */
  ActivityView byId(String id, Viewer viewer, Moment moment) {
    PrintableText.check("id", id);
    if (id.length() > MAX_ID_LENGTH) {
      throw InvalidParameterException.expected("id", "the id of an activity", id);
    }
    List<IndexedActivity> found =
        among(List.of(id), new SearchQuery(List.of()), viewer, moment).stream().limit(1).toList();
    if (found.isEmpty()) {
      throw new NotFound("there is no activity with this id, or the viewer may not see it");
    }
    return new ActivityView(found.getFirst(), actors(found));
  }

  private Query fitting(SearchQuery search, Viewer viewer, Moment moment) {
    var known = names.named(search, viewer);
    return new ActivityQueries(moment, known, viewer).query(search);
  }

  private static List<IndexedActivity> shown(List<IndexedActivity> found, Viewer viewer) {
    List<String> own = viewer.accounts();
    return found.stream().map(each -> each.shownTo(own)).toList();
  }

  /** Both must match; only the first is scored. */
  private static Query both(Query scored, Query filter) {
    return Query.of(q -> q.bool(b -> b.must(scored).filter(filter)));
  }

  /** The meetings of the coming months are not what is newest. */
  private static Query happened(Moment now) {
    Query toCome =
        Filters.all(List.of(Filters.term("kind", "meeting"), Filters.after("at", now.now())));
    return Filters.not(toCome);
  }

  private static List<SortOptions> order(String order) {
    return switch (order) {
      case NEWEST -> PageQuery.descending("at");
      case "best" -> PageQuery.byScore();
      default -> throw InvalidParameterException.expected("sort", "newest or best", order);
    };
  }

  /** The owners of the accounts in some activities, by account. */
  public Map<String, PersonRef> actors(Collection<IndexedActivity> found) {
    Set<String> accounts =
        found.stream()
            .flatMap(
                each -> Stream.concat(Stream.ofNullable(each.actor()), each.towards().stream()))
            .collect(Collectors.toSet());
    var names = new TreeMap<String, PersonRef>();
    for (IndexedPerson person : people.byAccounts(accounts)) {
      person.accounts().stream()
          .filter(accounts::contains)
          .forEach(account -> names.put(account, PersonRef.of(person)));
    }
    return names;
  }
}
