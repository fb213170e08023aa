package dev.kith.api.searches;

import dev.kith.api.error.InvalidParameter;
import dev.kith.api.searches.Fitting.Fit;
import dev.kith.schemas.SavedSearch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Of relationships and people: news is what fits now and did not when somebody last looked. So what
 * comes to fit by the mere passing of time, as a friendship does that cools, is news as well.
 */
@Singleton
final class FittingNews implements NewsSource {
  private final Fitting fitting;

  FittingNews(Fitting fitting) {
    this.fitting = fitting;
  }

  @Override
  public SavedSearch begun(SavedSearch search) {
    List<Fit> fits = fitting.all(search);
    if (fits.size() > Fitting.MOST) {
      throw InvalidParameter.because(
          "q",
          "finds more than %d %s; expected a narrower search"
              .formatted(Fitting.MOST, Questions.what(search).written()));
    }
    return SavedSearch.newBuilder(search).setSeen(fits.stream().map(Fit::hash).toList()).build();
  }

  @Override
  public News news(SavedSearch search, int most) {
    Set<Long> seen = new HashSet<>(search.getSeen());
    List<Fit> fresh =
        fitting.all(search).stream().filter(fit -> !seen.contains(fit.hash())).toList();
    List<Fit> shown = fresh.stream().limit(most).toList();
    return new News(
        shown.stream().map(Fit::view).toList(),
        Map.of(),
        fresh.size() > shown.size(),
        Hashes.written(shown.stream().map(Fit::hash).toList()));
  }

  /** What does not fit any more is forgotten, so that it is news when it fits again. */
  @Override
  public SavedSearch seen(SavedSearch search, String until) {
    Set<Long> now = new HashSet<>(fitting.all(search).stream().map(Fit::hash).toList());
    var seen = new ArrayList<>(search.getSeen());
    seen.retainAll(now);
    Hashes.read(until).stream().filter(hash -> !seen.contains(hash)).forEach(seen::add);
    return SavedSearch.newBuilder(search).setSeen(seen).build();
  }
}
