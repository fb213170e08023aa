package dev.kith.ingest.webdav;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has changed in a collection since a {@link SyncState}.
 *
 * @param items new and changed ones, in the order of their paths
 * @param removed paths of items that are no longer there
 * @param token from which the next request continues
 * @param remaining number of changed items that the next request returns
 */
public record DavChanges(
    List<DavItem> items, List<String> removed, @Nullable String token, int remaining) {

  /** Whether nothing has changed. */
  public boolean isEmpty() {
    return items.isEmpty() && removed.isEmpty();
  }
}
