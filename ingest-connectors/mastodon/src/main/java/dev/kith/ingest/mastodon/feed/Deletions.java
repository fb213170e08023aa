package dev.kith.ingest.mastodon.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.mastodon.api.MastodonApi;
import dev.kith.ingest.mastodon.mapping.AccountMapper;
import dev.kith.ingest.mastodon.mapping.MappedActivity;
import dev.kith.ingest.mastodon.mapping.MappingContext;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Publishes deletions of what was published before. */
final class Deletions {
  private final MastodonApi api;
  private final ItemStore store;
  private final MappingContext context;

  Deletions(MastodonApi api, ItemStore store, MappingContext context) {
    this.api = api;
    this.store = store;
    this.context = context;
  }

  /**
   * Checks whether the server still has an item that a list no longer has. A missing notification
   * proves nothing: its reader may have dismissed it.
   */
  void check(String key, Feed feed, FeedPage page) throws SourceException, InterruptedException {
    Optional<KnownItem> known = store.find(key);
    if (known.isEmpty() || key.startsWith(Feed.NOTIFICATION)) {
      return;
    }
    String status = key.substring(key.indexOf(':') + 1);
    Optional<JsonNode> found = api.find("/api/v1/statuses/" + status, "status");
    if (found.isEmpty() || feed.isLeft().test(found.get())) {
      page.delete(key, deletion(known.get()));
    }
  }

  /** Publishes the deletion of a status that the stream reports. */
  void deleted(String status, FeedPage page) {
    store.find(status).ifPresent(known -> page.delete(status, deletion(known)));
  }

  private MappedActivity deletion(KnownItem known) {
    Instant at = Instant.ofEpochMilli(known.at());
    long revision = Math.max(known.revision() + 1, context.read().toEpochMilli());
    Activity deleted =
        Activity.newBuilder()
            .setId(known.activity())
            .setRevision(revision)
            .setDeleted(true)
            .setNetwork(MappingContext.NETWORK)
            .setSource(context.source())
            .setKind(known.kind())
            .setAt(at)
            .setActor(known.actor())
            .setVisibility(Visibility.PRIVATE)
            .build();
    Profile actor = new AccountMapper(context).named(known.actor(), at);
    return new MappedActivity(deleted, List.of(actor));
  }
}
