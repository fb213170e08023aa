package dev.kith.ingest.mastodon.mapping;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Facts about a response that its items do not contain.
 *
 * @param source name of the configured source
 * @param domain of the server, for account names without a domain
 * @param reader account id of the user whose timelines are read
 * @param read when the response was received
 * @param statusIds returns the ActivityPub id of a status by its id on the server, if it is known
 */
public record MappingContext(
    String source,
    String domain,
    String reader,
    Instant read,
    Function<String, Optional<String>> statusIds) {
  /** The reader if the timelines of nobody are read. */
  public static final String NO_READER = "";

  /** The network of every activity, as in the ActivityStreams inbox, which may receive copies. */
  public static final String NETWORK = "fediverse";

  /** The media type of originals. */
  public static final String MEDIA_TYPE = "application/json";
}
