package dev.kith.ingest.activitystreams.federation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.SourceException;
import java.net.URI;

/** Reads ActivityStreams documents from other servers. */
public interface RemoteDocuments {
  /**
   * Reads a document.
   *
   * @throws SourceException.Refused if there is no such document, or it may not be read
   * @throws SourceException if it cannot be read now
   */
  JsonNode read(URI address) throws SourceException, InterruptedException;
}
