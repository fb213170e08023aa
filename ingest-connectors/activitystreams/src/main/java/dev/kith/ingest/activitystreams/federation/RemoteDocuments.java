package dev.kith.ingest.activitystreams.federation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.SourceFailure;
import java.net.URI;

/** Reads ActivityStreams documents from the servers they are on. */
public interface RemoteDocuments {
  /**
   * Reads a document.
   *
   * @throws SourceFailure.Refused if there is no such document, or it must not be read
   * @throws SourceFailure if it cannot be read now
   */
  JsonNode read(URI address) throws SourceFailure, InterruptedException;
}
