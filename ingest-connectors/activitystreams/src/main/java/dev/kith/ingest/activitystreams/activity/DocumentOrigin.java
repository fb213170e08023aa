package dev.kith.ingest.activitystreams.activity;

import dev.kith.schemas.Visibility;

/**
 * Where documents come from, and what holds for those that do not say it themselves.
 *
 * @param source name of the configured source
 * @param network they are on
 * @param visibility of what is addressed to nobody
 */
public record DocumentOrigin(String source, String network, Visibility visibility) {

  /** The same source, for a document that names its network. */
  DocumentOrigin on(String itsNetwork) {
    return new DocumentOrigin(source, itsNetwork, visibility);
  }
}
