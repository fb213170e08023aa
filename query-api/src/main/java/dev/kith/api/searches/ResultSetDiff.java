package dev.kith.api.searches;

import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.searches.MatchingResults.Match;
import dev.kith.schemas.SavedSearch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The update of a search for relationships or people: those that match now and did not when the
 * search was last marked as seen. This includes matches by the passing of time, such as a cooling
 * trend.
 */
@Singleton
final class ResultSetDiff implements SearchDiff {
  private final MatchingResults results;

  ResultSetDiff(MatchingResults results) {
    this.results = results;
  }

  @Override
  public SavedSearch started(SavedSearch search) {
    List<Match> matches = results.all(search);
    if (matches.size() > MatchingResults.MAX_RESULTS) {
      throw InvalidParameterException.because(
          "q",
          "finds more than %d %s; expected a narrower search"
              .formatted(MatchingResults.MAX_RESULTS, SavedSearchParser.type(search).written()));
    }
    return SavedSearch.newBuilder(search)
        .setSeen(matches.stream().map(Match::hash).toList())
        .build();
  }

  @Override
  public SearchUpdate update(SavedSearch search, int max) {
    Set<Long> seen = new HashSet<>(search.getSeen());
    List<Match> added =
        results.all(search).stream().filter(match -> !seen.contains(match.hash())).toList();
    List<Match> shown = added.stream().limit(max).toList();
    return new SearchUpdate(
        shown.stream().map(Match::view).toList(),
        Map.of(),
        added.size() > shown.size(),
        IdHashes.written(shown.stream().map(Match::hash).toList()));
  }

  /** Removes ids that no longer match, so that a new match of them is in the next update. */
  @Override
  public SavedSearch seen(SavedSearch search, String until) {
    Set<Long> now = new HashSet<>(results.all(search).stream().map(Match::hash).toList());
    var seen = new ArrayList<>(search.getSeen());
    seen.retainAll(now);
    IdHashes.read(until).stream().filter(hash -> !seen.contains(hash)).forEach(seen::add);
    return SavedSearch.newBuilder(search).setSeen(seen).build();
  }
}
