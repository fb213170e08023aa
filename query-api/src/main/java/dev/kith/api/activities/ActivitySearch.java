package dev.kith.api.activities;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Inquiry;
import dev.kith.api.asking.Page;
import dev.kith.api.asking.PersonRef;
import dev.kith.api.asking.Understanding;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.index.ActivityDocument;
import dev.kith.api.index.Hits;
import dev.kith.api.index.Orders;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.index.Question;
import dev.kith.api.search.ActivityQueries;
import dev.kith.api.search.Moment;
import dev.kith.api.search.Search;
import dev.kith.api.search.Terms;
import dev.kith.api.web.WrongParameter;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what was said and done, and names whoever said and did it. */
@Singleton
public class ActivitySearch {
  private final ActivitiesIndex activities;
  private final PeopleIndex people;
  private final Understanding understanding;

  ActivitySearch(ActivitiesIndex activities, PeopleIndex people, Understanding understanding) {
    this.activities = activities;
    this.people = people;
    this.understanding = understanding;
  }

  /**
   * A page of what fits.
   *
   * @param of only what these accounts did or was directed at them; of everybody if there are none
   * @param sort as it was asked for: newest, best, or nothing
   */
  ActivitiesPage page(Inquiry inquiry, List<String> of, Optional<String> sort) {
    Search search = inquiry.search();
    Page page = inquiry.page();
    Query fits = fitting(search, inquiry.asker(), page.moment());
    Query query = of.isEmpty() ? fits : both(fits, inquiry.asker().visibility().involving(of));
    Hits<ActivityDocument> hits =
        activities.page(
            new Question(query, order(sort, search), page.after(), page.size(), List.of()));
    List<ActivityDocument> shown = shown(hits.documents(), inquiry.asker());
    return new ActivitiesPage(shown, actors(shown), hits.total(), page.next(hits));
  }

  /** Those of some activities that fit. */
  public List<ActivityDocument> among(List<String> ids, Search search, Asker asker, Moment moment) {
    Query fits = fitting(search, asker, moment);
    return shown(
        activities
            .page(Question.first(ids.size(), Terms.all(List.of(Terms.any("id", ids), fits))))
            .documents(),
        asker);
  }

  private Query fitting(Search search, Asker asker, Moment moment) {
    var known = understanding.named(search, asker);
    return new ActivityQueries(moment, known, asker.visibility()).query(search);
  }

  private static List<ActivityDocument> shown(List<ActivityDocument> found, Asker asker) {
    List<String> own = asker.accounts();
    return found.stream().map(each -> each.shownTo(own)).toList();
  }

  /** The score is that of the first. */
  private static Query both(Query scored, Query filter) {
    return Query.of(q -> q.bool(b -> b.must(scored).filter(filter)));
  }

  private static List<SortOptions> order(Optional<String> sort, Search search) {
    String order = sort.orElse(search.words().isEmpty() ? "newest" : "best");
    return switch (order) {
      case "newest" -> Orders.descending("at");
      case "best" -> Orders.byScore();
      default -> throw WrongParameter.expected("sort", "newest or best", order);
    };
  }

  /** Whom the accounts in some activities belong to, by account. */
  public Map<String, PersonRef> actors(Collection<ActivityDocument> found) {
    Set<String> accounts =
        found.stream()
            .flatMap(
                each -> Stream.concat(Stream.ofNullable(each.actor()), each.towards().stream()))
            .collect(Collectors.toSet());
    var names = new TreeMap<String, PersonRef>();
    for (PersonDocument person : people.holding(accounts)) {
      person.accounts().stream()
          .filter(accounts::contains)
          .forEach(account -> names.put(account, PersonRef.of(person)));
    }
    return names;
  }
}
