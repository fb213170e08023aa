package dev.kith.api.searches;

import dev.kith.api.changes.KnownSearches;
import dev.kith.api.error.InvalidParameter;
import dev.kith.api.error.NotFound;
import dev.kith.api.request.PageRequestParser;
import dev.kith.schemas.SavedSearch;
import dev.kith.schemas.Searched;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The saved searches, and what is new in each. */
@Singleton
class SearchBook implements KnownSearches {
  private static final int MOST = 200;

  private final SavedSearches kept;
  private final FedNews fed;
  private final FittingNews fitting;
  private final Questions questions;
  private final PageRequestParser pages;

  SearchBook(
      SavedSearches kept,
      FedNews fed,
      FittingNews fitting,
      Questions questions,
      PageRequestParser pages) {
    this.kept = kept;
    this.fed = fed;
    this.fitting = fitting;
    this.questions = questions;
    this.pages = pages;
  }

  List<SavedSearch> all() {
    return kept.all();
  }

  SavedSearch present(String id) {
    return kept.byId(id).orElseThrow(() -> new NotFound("no saved search has this id"));
  }

  /** Saves a search; what fits it by now is not news. */
  SavedSearch save(SavedSearchRequest request) {
    if (kept.all().size() >= MOST) {
      throw InvalidParameter.because("body", "there are " + MOST + " saved searches; delete one");
    }
    SavedSearch search =
        SavedSearch.newBuilder()
            .setId(UUID.randomUUID().toString().replace("-", "").substring(0, 16))
            .setName(request.name())
            .setQ(request.q())
            .setWhat(Searched.valueOf(request.searched().name()))
            .setAs(request.as())
            .setAt(pages.now().now())
            .build();
    Questions.search(search);
    questions.viewer(search);
    SavedSearch begun = source(search).begun(search);
    kept.keep(begun);
    return begun;
  }

  News news(SavedSearch search, int most) {
    return source(search).news(search, most);
  }

  /** Takes some news of a search for seen. */
  void seen(SavedSearch search, String until) {
    kept.keep(source(search).seen(search, until));
  }

  void remove(SavedSearch search) {
    kept.remove(search.getId());
  }

  @Override
  public Optional<Wanted> byId(String id) {
    return kept.byId(id)
        .map(
            search ->
                new Wanted(Questions.what(search), Optional.of(search.getQ()), search.getAs()));
  }

  private NewsSource source(SavedSearch search) {
    return search.getWhat() == Searched.ACTIVITIES ? fed : fitting;
  }
}
