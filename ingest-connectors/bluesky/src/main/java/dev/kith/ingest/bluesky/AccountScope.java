package dev.kith.ingest.bluesky;

import dev.kith.ingest.bluesky.record.AtUri;
import dev.kith.ingest.bluesky.record.Lexicon;
import dev.kith.ingest.bluesky.stream.Relevance;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides which activities are relevant: all activities of the configured accounts, all activities
 * directed at them, and, of the accounts they follow, posts and activities directed at each other.
 *
 * @param configured DIDs
 * @param followed DIDs that configured accounts follow; empty if these are not read
 */
record AccountScope(Set<String> configured, Set<String> followed) {

  boolean isConfigured(String did) {
    return configured.contains(did);
  }

  /** Whether the account is configured, or followed by a configured account. */
  boolean isNear(String did) {
    return configured.contains(did) || followed.contains(did);
  }

  boolean includes(AtUri uri, Activity activity) {
    Set<String> towards =
        activity.getTowards().stream()
            .map(Towards::getAccount)
            .map(AtUri::didOf)
            .collect(Collectors.toSet());
    return isConfigured(uri.did())
        || towards.stream().anyMatch(this::isConfigured)
        || (isNear(uri.did())
            && (uri.collection().equals(Lexicon.POST.collection())
                || towards.stream().anyMatch(this::isNear)));
  }

  Relevance relevance() {
    Set<String> repositories = new TreeSet<>(configured);
    repositories.addAll(followed);
    return new Relevance(repositories, configured);
  }
}
