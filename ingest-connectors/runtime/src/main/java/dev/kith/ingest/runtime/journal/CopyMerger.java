package dev.kith.ingest.runtime.journal;

import dev.kith.ingest.runtime.journal.PublishedActivityIndex.Position;
import dev.kith.schemas.Activity;
import dev.kith.schemas.ActivityCopies;
import dev.kith.schemas.RevisionOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Merges the activities of a page with those that any source has published under the same ids. So
 * the last record of an id in the topic, which compaction keeps, has the most content, and a
 * rebuild from the topic gives the same result. Of two different mails with one Message-ID, the
 * earlier one keeps the id, and the other one is published under an id of its own.
 */
final class CopyMerger {
  private static final Comparator<Activity> EARLIER_FIRST =
      Comparator.comparing(Activity::getAt)
          .thenComparing(Activity::getActor)
          .thenComparingLong(RevisionOrder::order);

  private final PublishedActivityIndex published;
  private final BiFunction<String, Position, Optional<Activity>> reader;

  /**
   * A merger for the activities of one source.
   *
   * @param published positions of the published activities
   * @param reader returns the activity with an id at a position; empty if it is no longer there
   */
  CopyMerger(
      PublishedActivityIndex published, BiFunction<String, Position, Optional<Activity>> reader) {
    this.published = published;
    this.reader = reader;
  }

  /** The activities to publish for those of a page. */
  Merged merge(Collection<Activity> activities) {
    var merged = new Merged();
    activities.forEach(merged::add);
    return merged;
  }

  /** The activity with additional sources. */
  private static Activity withSources(Activity activity, Set<String> more) {
    Set<String> sources = ActivityCopies.sources(activity);
    return sources.addAll(more) ? ActivityCopies.deliveredBy(sources, activity) : activity;
  }

  /** The activities to publish, one version of each id, and the positions they were merged with. */
  final class Merged {
    private final Map<String, Activity> toPublish = new LinkedHashMap<>();
    private final Map<String, Position> mergedWith = new HashMap<>();

    List<Activity> activities() {
      return List.copyOf(toPublish.values());
    }

    /**
     * Stores the positions of the published activities.
     *
     * @param committed by id
     * @return activities of which another source has published a version meanwhile: to merge again
     */
    List<Activity> note(Map<String, RecordMetadata> committed) {
      List<Activity> overtaken = new ArrayList<>();
      for (Activity activity : toPublish.values()) {
        RecordMetadata record = committed.get(activity.getId());
        if (record != null && !isNoted(activity, record)) {
          overtaken.add(activity);
        }
      }
      return overtaken;
    }

    private boolean isNoted(Activity activity, RecordMetadata record) {
      var now =
          new Position(
              record.partition(),
              record.offset(),
              RevisionOrder.order(activity),
              ActivityCopies.sources(activity));
      return published.replace(activity.getId(), mergedWith.get(activity.getId()), now);
    }

    private void add(Activity copy) {
      Optional<Activity> other = differing(copy);
      if (other.isEmpty()) {
        toPublish.put(copy.getId(), withSources(copy, sourcesBefore(copy.getId())));
      } else if (ActivityCopies.areOneActivity(copy, other.get())) {
        toPublish.put(copy.getId(), ActivityCopies.merge(copy, other.get()));
      } else if (EARLIER_FIRST.compare(copy, other.get()) < 0) {
        toPublish.put(copy.getId(), copy);
        addBesideAnother(other.get());
      } else {
        addBesideAnother(copy);
      }
    }

    private Set<String> sourcesBefore(String id) {
      Position position = mergedWith.get(id);
      return position == null ? Set.of() : position.sources();
    }

    private void addBesideAnother(Activity mail) {
      String id = ActivityCopies.idBesideAnother(mail);
      Activity renamed = Activity.newBuilder(mail).setId(id).build();
      toPublish.put(
          id, differing(renamed).map(o -> ActivityCopies.merge(renamed, o)).orElse(renamed));
    }

    /** Another version with the id of a copy; empty if there is none, or it is the same one. */
    private Optional<Activity> differing(Activity copy) {
      String id = copy.getId();
      Activity inThisPage = toPublish.get(id);
      if (inThisPage != null) {
        return Optional.of(inThisPage);
      }
      Optional<Position> position = published.find(id);
      position.ifPresent(found -> mergedWith.put(id, found));
      return position
          .filter(found -> found.order() != RevisionOrder.order(copy) || found.sources().isEmpty())
          .flatMap(
              found -> reader.apply(id, found).map(noted -> withSources(noted, found.sources())));
    }
  }
}
