package dev.kith.api.searches;

import dev.kith.api.activities.ActivitySearch;
import dev.kith.api.changes.Positions;
import dev.kith.api.changes.Stretch;
import dev.kith.api.changes.Stretches;
import dev.kith.api.changes.What;
import dev.kith.api.document.IndexedActivity;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.request.PageRequestParser;
import dev.kith.api.request.Viewer;
import dev.kith.api.search.SearchQuery;
import dev.kith.schemas.SavedSearch;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Of activities, which are too many to be remembered: news is what has come since a position. */
@Singleton
final class FedNews implements NewsSource {
  private static final int AT_ONCE = 2_000;
  private static final int MOST_LOOKED_AT = 20_000;

  private final Stretches stretches;
  private final ActivitiesIndex index;
  private final ActivitySearch activities;
  private final Questions questions;
  private final PageRequestParser pages;

  FedNews(
      Stretches stretches,
      ActivitiesIndex index,
      ActivitySearch activities,
      Questions questions,
      PageRequestParser pages) {
    this.index = index;
    this.stretches = stretches;
    this.activities = activities;
    this.questions = questions;
    this.pages = pages;
  }

  @Override
  public SavedSearch begun(SavedSearch search) {
    return seen(search, stretches.searchable(What.ACTIVITIES).written());
  }

  @Override
  public SavedSearch seen(SavedSearch search, String until) {
    String position = Positions.read("until", until).written();
    return SavedSearch.newBuilder(search).setPosition(position).build();
  }

  @Override
  public News news(SavedSearch saved, int most) {
    SearchQuery search = Questions.search(saved);
    Viewer viewer = questions.viewer(saved);
    Map<String, IndexedActivity> found = new LinkedHashMap<>();
    var at = Positions.read("position", saved.getPosition());
    for (int looked = 0; looked < MOST_LOOKED_AT; looked += AT_ONCE) {
      Stretch stretch = stretches.after(What.ACTIVITIES, at, AT_ONCE);
      int walked = walk(stretch, fitting(stretch, search, viewer), found, most);
      at = stretch.after(walked);
      if (walked < stretch.changes().size() || !stretch.more()) {
        boolean more = walked < stretch.changes().size();
        return news(found.values(), more, at);
      }
    }
    return news(found.values(), true, at);
  }

  private News news(Collection<IndexedActivity> found, boolean more, Positions at) {
    return new News(List.copyOf(found), activities.actors(found), more, at.written());
  }

  private Map<String, IndexedActivity> fitting(Stretch stretch, SearchQuery search, Viewer viewer) {
    List<String> ids = stretch.changes().stream().map(Stretch.Change::id).distinct().toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    index.awaitSearchable(ids);
    return activities.among(ids, search, viewer, pages.now()).stream()
        .collect(Collectors.toMap(IndexedActivity::id, Function.identity(), (one, _) -> one));
  }

  /** Takes what fits until there is enough; returns how many changes were passed. */
  private static int walk(
      Stretch stretch,
      Map<String, IndexedActivity> fitting,
      Map<String, IndexedActivity> found,
      int most) {
    int walked = 0;
    for (Stretch.Change change : stretch.changes()) {
      IndexedActivity activity = fitting.get(change.id());
      if (activity != null && !found.containsKey(change.id())) {
        if (found.size() == most) {
          return walked;
        }
        found.put(change.id(), activity);
      }
      walked++;
    }
    return walked;
  }
}
