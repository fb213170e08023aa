package dev.kith.api.searches;

import dev.kith.api.people.PeoplePage;
import dev.kith.api.people.PeopleSearch;
import dev.kith.api.query.Moment;
import dev.kith.api.relationships.RelationshipSearch;
import dev.kith.api.relationships.RelationshipsPage;
import dev.kith.api.request.PageCursor;
import dev.kith.api.request.PageRequest;
import dev.kith.api.request.PageRequestParser;
import dev.kith.api.request.SearchRequest;
import dev.kith.api.request.Viewer;
import dev.kith.api.search.SearchQuery;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.SavedSearch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All relationships or people that fit a saved search at this moment. */
@Singleton
class Fitting {
  /** As many as one saved search can watch; whatever is beyond them is not looked at. */
  static final int MOST = 5_000;

  private static final int AT_ONCE = 1_000;

  private final RelationshipSearch relationships;
  private final PeopleSearch people;
  private final Questions questions;
  private final PageRequestParser pages;

  Fitting(
      RelationshipSearch relationships,
      PeopleSearch people,
      Questions questions,
      PageRequestParser pages) {
    this.relationships = relationships;
    this.people = people;
    this.questions = questions;
    this.pages = pages;
  }

  /** All of them, in the usual order; at most one more than {@link #MOST}. */
  List<Fit> all(SavedSearch saved) {
    SearchQuery search = Questions.search(saved);
    Viewer viewer = questions.viewer(saved);
    return switch (Questions.what(saved)) {
      case RELATIONSHIPS ->
          pages(page -> fits(relationships.page(new SearchRequest(search, viewer, page))));
      case PEOPLE -> pages(page -> fits(people.page(new SearchRequest(search, viewer, page))));
      case ACTIVITIES -> throw new IllegalStateException("activities are too many to be listed");
    };
  }

  private List<Fit> pages(Function<PageRequest, Part> ask) {
    Moment moment = pages.now();
    var fits = new ArrayList<Fit>();
    List<String> after = List.of();
    while (true) {
      Part part = ask.apply(new PageRequest("", moment, AT_ONCE, after));
      fits.addAll(part.fits());
      if (part.next() == null || fits.size() > MOST) {
        return fits.stream().limit(MOST + 1L).toList();
      }
      after = PageCursor.decode(part.next(), "").after();
    }
  }

  private static Part fits(RelationshipsPage page) {
    return new Part(
        page.relationships().stream()
            .map(each -> Fit.of(PersonPair.of(each.a().id(), each.b().id()).key(), each))
            .toList(),
        page.next());
  }

  private static Part fits(PeoplePage page) {
    return new Part(
        page.people().stream().map(each -> Fit.of(each.id(), each)).toList(), page.next());
  }

  private record Part(List<Fit> fits, @Nullable String next) {}

  /**
   * One thing that fits.
   *
   * @param hash of its id
   * @param view as it is shown
   */
  record Fit(long hash, Object view) {
    static Fit of(String id, Object view) {
      return new Fit(Hashes.of(id), view);
    }
  }
}
