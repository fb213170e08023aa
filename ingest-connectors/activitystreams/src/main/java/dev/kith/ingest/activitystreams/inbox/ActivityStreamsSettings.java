package dev.kith.ingest.activitystreams.inbox;

import dev.kith.ingest.activitystreams.activity.DocumentOrigin;
import dev.kith.schemas.Visibility;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One source of ActivityStreams documents: a file, standard input, or an inbox.
 *
 * @param name of the source
 * @param location path of a file, or {@code -} for standard input; none for an inbox
 * @param network of documents that do not name theirs
 * @param visibility of what is addressed to nobody
 * @param inboxToken that a caller has to show; with it, the next or federated there is an inbox
 * @param inboxTokenFile that holds the token
 * @param federated whether actors of other servers may post there with a signature
 * @param inboxMaxRequestSize bytes of one request
 * @param inboxQueueSize bytes of requests that may wait to be kept
 * @param inboxTimeout how long a caller waits for that
 */
@EachProperty("kith.sources.activitystreams")
public record ActivityStreamsSettings(
    @Parameter String name,
    @Nullable String location,
    @Bindable(defaultValue = "fediverse") String network,
    @Bindable(defaultValue = "PRIVATE") Visibility visibility,
    @Nullable String inboxToken,
    @Nullable Path inboxTokenFile,
    @Bindable(defaultValue = "false") boolean federated,
    @Bindable(defaultValue = "4MB") @ReadableBytes int inboxMaxRequestSize,
    @Bindable(defaultValue = "32MB") @ReadableBytes int inboxQueueSize,
    @Bindable(defaultValue = "30s") Duration inboxTimeout) {
  private static final String PREFIX = "kith.sources.activitystreams.";

  /** Refuses a source that is nothing, or two things. */
  public ActivityStreamsSettings {
    boolean posted = inboxToken != null || inboxTokenFile != null || federated;
    if ((location == null) == !posted) {
      throw new IllegalArgumentException(
          PREFIX
              + name
              + ".location: expected either it or inbox-token, inbox-token-file or federated,"
              + " found "
              + (posted ? "both" : "none"));
    }
    if (!network.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException(
          PREFIX + name + ".network: expected a name of a-z, 0-9 and -, found " + network);
    }
  }

  public DocumentOrigin origin() {
    return new DocumentOrigin(name, network, visibility);
  }

  /** Whether documents are posted. */
  boolean hasInbox() {
    return location == null;
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "ActivityStreamsSettings[" + name + "]";
  }
}
