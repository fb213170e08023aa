package dev.kith.ingest.activitystreams.activity;

import dev.kith.schemas.Visibility;

/**
 * The source of documents, and defaults for what they do not state.
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
