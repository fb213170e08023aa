package dev.kith.ingest.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.bluesky.record.AtUri;
import dev.kith.ingest.bluesky.record.InvalidRecordException;
import dev.kith.ingest.bluesky.record.Lexicon;
import dev.kith.ingest.bluesky.record.RecordMapper;
import dev.kith.ingest.bluesky.record.RecordVersion;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what one page holds: activities, the profiles of everyone they name, what is left out.
 */
final class BlueskyPageBuilder {
  private final AccountScope scope;
  private final RecordMapper mapper;
  private final ProfileDirectory directory;
  private final RecordIndex index;
  private final List<Activity> activities = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();
  private final List<UnreadableItem> unreadable = new ArrayList<>();
  private final Map<String, Integer> ignored = new TreeMap<>();

  BlueskyPageBuilder(
      AccountScope scope, RecordMapper mapper, ProfileDirectory directory, RecordIndex index) {
    this.scope = scope;
    this.mapper = mapper;
    this.directory = directory;
    this.index = index;
  }

  boolean isEmpty() {
    return activities.isEmpty() && profiles.isEmpty() && unreadable.isEmpty();
  }

  int size() {
    return activities.size() + profiles.size() + unreadable.size();
  }

  /** Adds a record that was written. */
  void add(RecordVersion version) throws SourceException, InterruptedException {
    AtUri uri = version.uri();
    Optional<Lexicon> lexicon = Lexicon.of(uri.collection());
    if (lexicon.isEmpty()) {
      if (scope.isConfigured(uri.did())) {
        ignore("records of " + uri.collection() + ", a lexicon without meaning here");
      }
    } else if (lexicon.get() == Lexicon.PROFILE) {
      changeProfile(uri.did(), version.value(), version.known());
    } else {
      addActivity(lexicon.get(), version);
    }
  }

  private void addActivity(Lexicon lexicon, RecordVersion version) throws InterruptedException {
    AtUri uri = version.uri();
    try {
      Activity activity = mapper.activity(lexicon, version);
      if (scope.includes(uri, activity)) {
        index.put(uri, note(lexicon, version.value()));
        activities.add(activity);
        addProfiles(uri, activity);
      } else if (index.contains(uri)) {
        activities.add(mapper.deletion(uri, version.known()));
      }
    } catch (InvalidRecordException e) {
      if (scope.isNear(uri.did())) {
        setAside(version.original(), "application/json", uri.collection() + ": " + e.getMessage());
      }
    }
  }

  /** The value to store in the index with a record. */
  private static String note(Lexicon lexicon, JsonNode record) {
    return switch (lexicon) {
      case FOLLOW -> record.path("subject").asText();
      case LIST -> RecordMapper.isCurated(record) ? "curated" : "";
      case PROFILE, LIST_ITEM, POST, REPOST, LIKE -> "";
    };
  }

  /**
   * Recipients are looked up if they or the author are in scope; of others only the id is known.
   */
  private void addProfiles(AtUri uri, Activity activity) throws InterruptedException {
    boolean isNearby = scope.isConfigured(uri.did());
    profiles.add(directory.profile(uri.did(), activity.getAt()));
    for (Towards towards : activity.getTowards()) {
      String did = AtUri.didOf(towards.getAccount());
      profiles.add(
          isNearby || scope.isNear(did)
              ? directory.profile(did, activity.getAt())
              : directory.named(towards.getAccount(), activity.getAt()));
    }
  }

  /** Adds the profile of a configured account whose repository is read. */
  void addOwner(String did, Instant revision) throws SourceException, InterruptedException {
    profiles.add(directory.own(did, revision));
  }

  /** Adds the deletion of a record. */
  void delete(AtUri uri, Instant at) throws SourceException, InterruptedException {
    Optional<Lexicon> lexicon = Lexicon.of(uri.collection());
    if (lexicon.equals(Optional.of(Lexicon.PROFILE))) {
      changeProfile(uri.did(), null, at);
    } else if (lexicon.isPresent() && (scope.isConfigured(uri.did()) || index.contains(uri))) {
      activities.add(mapper.deletion(uri, at));
      profiles.add(directory.profile(uri.did(), at));
    }
  }

  /** Adds the profile of an account whose handle or document changed. */
  void changeIdentity(String did, Instant at) throws SourceException, InterruptedException {
    if (isKnown(did)) {
      directory.forget(did);
      changeProfile(did, null, at);
    }
  }

  /** Withdraws an account that its server no longer shows, and deletes its records if required. */
  void withdraw(String did, Instant at, boolean withRecords) {
    if (!isKnown(did)) {
      return;
    }
    directory.forget(did);
    profiles.add(directory.withdrawn(did, at));
    if (withRecords) {
      index.recordsOf(did).forEach(uri -> activities.add(mapper.deletion(uri, at)));
    }
  }

  private void changeProfile(String did, @Nullable JsonNode record, Instant at)
      throws SourceException, InterruptedException {
    if (!isKnown(did)) {
      return;
    }
    try {
      profiles.add(directory.changed(did, record, at, at));
    } catch (SourceException failure) {
      if (scope.isConfigured(did)) {
        throw failure;
      }
      ignore("the new profile of an account that cannot be looked up now");
    }
  }

  private boolean isKnown(String did) {
    return scope.isNear(did) || index.hasRecordsOf(did);
  }

  /** Reports lost events to a person, as an unreadable item. */
  void tell(String event, String reason) {
    setAside(event.getBytes(UTF_8), "text/plain", reason);
  }

  void setAside(byte[] original, String mediaType, String reason) {
    unreadable.add(new UnreadableItem(original, mediaType, reason));
  }

  void ignore(String reason) {
    ignored.merge(reason, 1, Integer::sum);
  }

  Page build(KnownProfiles known, BlueskyCursor next, OptionalLong remaining) {
    index.flush();
    return new Page(
        List.copyOf(activities),
        known.changed(profiles),
        List.copyOf(unreadable),
        next.format(),
        remaining,
        Map.copyOf(ignored));
  }
}
