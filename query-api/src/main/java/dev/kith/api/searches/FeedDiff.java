package dev.kith.api.searches;

import dev.kith.api.activities.ActivitySearch;
import dev.kith.api.changes.EntityType;
import dev.kith.api.changes.TopicOffsets;
import dev.kith.api.changes.TopicReader;
import dev.kith.api.changes.TopicSlice;
import dev.kith.api.document.IndexedActivity;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.query.Viewer;
import dev.kith.api.request.RequestParser;
import dev.kith.api.search.SearchQuery;
import dev.kith.schemas.SavedSearch;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The update of a search for activities: those that match and came after a position of the topic.
 */
@Singleton
final class FeedDiff implements SearchDiff {
  private static final int BATCH_SIZE = 2_000;
  private static final int MAX_CHANGES = 20_000;

  private final TopicReader topicReader;
  private final ActivitiesIndex index;
  private final ActivitySearch activities;
  private final SavedSearchParser parser;
  private final RequestParser requests;

  FeedDiff(
      TopicReader topicReader,
      ActivitiesIndex index,
      ActivitySearch activities,
      SavedSearchParser parser,
      RequestParser requests) {
    this.index = index;
    this.topicReader = topicReader;
    this.activities = activities;
    this.parser = parser;
    this.requests = requests;
  }

  @Override
  public SavedSearch started(SavedSearch search) {
    return seen(search, topicReader.indexed(EntityType.ACTIVITIES).written());
  }

  @Override
  public SavedSearch seen(SavedSearch search, String until) {
    String position = TopicOffsets.read("until", until).written();
    return SavedSearch.newBuilder(search).setPosition(position).build();
  }

  @Override
  public SearchUpdate update(SavedSearch saved, int max) {
    SearchQuery search = SavedSearchParser.search(saved);
    Viewer viewer = parser.viewer(saved);
    Map<String, IndexedActivity> found = new LinkedHashMap<>();
    var at = TopicOffsets.read("position", saved.getPosition());
    for (int read = 0; read < MAX_CHANGES; read += BATCH_SIZE) {
      TopicSlice slice = topicReader.read(EntityType.ACTIVITIES, at, BATCH_SIZE);
      int passed = take(slice, matching(slice, search, viewer), found, max);
      at = slice.after(passed);
      if (passed < slice.changes().size() || !slice.more()) {
        boolean more = passed < slice.changes().size();
        return update(found.values(), more, at);
      }
    }
    return update(found.values(), true, at);
  }

  private SearchUpdate update(Collection<IndexedActivity> found, boolean more, TopicOffsets at) {
    return new SearchUpdate(List.copyOf(found), activities.actors(found), more, at.written());
  }

  private Map<String, IndexedActivity> matching(
      TopicSlice slice, SearchQuery search, Viewer viewer) {
    List<String> ids = slice.changes().stream().map(TopicSlice.Change::id).distinct().toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    index.awaitSearchable(ids);
    return activities.among(ids, search, viewer, requests.now()).stream()
        .collect(Collectors.toMap(IndexedActivity::id, Function.identity(), (one, _) -> one));
  }

  /** Collects matches up to a limit; returns the number of changes that were read. */
  private static int take(
      TopicSlice slice,
      Map<String, IndexedActivity> matching,
      Map<String, IndexedActivity> found,
      int max) {
    int passed = 0;
    for (TopicSlice.Change change : slice.changes()) {
      IndexedActivity activity = matching.get(change.id());
      if (activity != null && !found.containsKey(change.id())) {
        if (found.size() == max) {
          return passed;
        }
        found.put(change.id(), activity);
      }
      passed++;
    }
    return passed;
  }
}
