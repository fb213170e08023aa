package dev.kith.ingest.mastodon.mapping;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known about the items of a response beside their content.
 *
 * @param source name of the configured source
 * @param domain of the server in account names, for accounts that are named without one
 * @param reader account id of the user whose timelines are read
 * @param read when the response was received
 * @param statusIds the ActivityPub id of a status by its id on the server, where it is known
 */
public record MappingContext(
    String source,
    String domain,
    String reader,
    Instant read,
    Function<String, Optional<String>> statusIds) {
  /** Whose timelines are not told. */
  public static final String NO_READER = "";

  /** The network of every activity: copies that the ActivityStreams inbox receives are the same. */
  public static final String NETWORK = "fediverse";

  /** The media type of originals. */
  public static final String MEDIA_TYPE = "application/json";
}
