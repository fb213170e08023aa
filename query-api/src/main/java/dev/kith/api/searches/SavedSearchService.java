package dev.kith.api.searches;

import dev.kith.api.changes.EntityType;
import dev.kith.api.changes.SavedSearchLookup;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.error.NotFound;
import dev.kith.api.request.RequestParser;
import dev.kith.api.search.PrintableText;
import dev.kith.schemas.SavedSearch;
import dev.kith.schemas.Searched;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Saves searches and finds the update of each. */
@Singleton
class SavedSearchService implements SavedSearchLookup {
  private static final int MAX_SEARCHES = 200;

  private final SavedSearchRepository repository;
  private final FeedDiff feedDiff;
  private final ResultSetDiff resultSetDiff;
  private final SavedSearchParser parser;
  private final RequestParser requests;

  SavedSearchService(
      SavedSearchRepository repository,
      FeedDiff feedDiff,
      ResultSetDiff resultSetDiff,
      SavedSearchParser parser,
      RequestParser requests) {
    this.repository = repository;
    this.feedDiff = feedDiff;
    this.resultSetDiff = resultSetDiff;
    this.parser = parser;
    this.requests = requests;
  }

  List<SavedSearch> all() {
    return repository.all();
  }

  SavedSearch present(String id) {
    return repository.byId(id).orElseThrow(() -> new NotFound("no saved search has this id"));
  }

  /** Saves a search; its present matches are no update. */
  SavedSearch save(SavedSearchRequest request) {
    if (repository.all().size() >= MAX_SEARCHES) {
      throw InvalidParameterException.because(
          "body", "there are " + MAX_SEARCHES + " saved searches; delete one");
    }
    PrintableText.check("name", request.name());
    EntityType type = EntityType.of(Optional.ofNullable(request.type()));
    SavedSearch search =
        SavedSearch.newBuilder()
            .setId(UUID.randomUUID().toString().replace("-", "").substring(0, 16))
            .setName(request.name().strip())
            .setQ(request.q())
            .setWhat(Searched.valueOf(type.name()))
            .setAs(Optional.ofNullable(request.as()).filter(as -> !as.isBlank()).orElse(null))
            .setAt(requests.now().now())
            .build();
    SavedSearchParser.search(search);
    parser.viewer(search);
    SavedSearch started = diff(search).started(search);
    repository.save(started);
    return started;
  }

  SearchUpdate update(SavedSearch search, int max) {
    return diff(search).update(search, max);
  }

  /** Marks an update as seen. */
  void seen(SavedSearch search, String until) {
    repository.save(diff(search).seen(search, until));
  }

  void delete(SavedSearch search) {
    repository.delete(search.getId());
  }

  @Override
  public Optional<Subscription> byId(String id) {
    return repository
        .byId(id)
        .map(
            search ->
                new Subscription(
                    SavedSearchParser.type(search), Optional.of(search.getQ()), search.getAs()));
  }

  private SearchDiff diff(SavedSearch search) {
    return search.getWhat() == Searched.ACTIVITIES ? feedDiff : resultSetDiff;
  }
}
