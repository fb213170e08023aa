package dev.kith.ingest.bluesky.stream;

import dev.kith.ingest.SourceException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Opens {@code com.atproto.sync.subscribeRepos} of a PDS or a relay, which sends everything.
 *
 * @param address with {@code ws} or {@code wss}, without cursor
 */
public record RepoStreamOpener(URI address) implements EventConnection.Opener {
  @Override
  public EventConnection open(@Nullable Long after, Relevance relevance)
      throws SourceException, InterruptedException {
    URI whole = after == null ? address : URI.create(address + "?cursor=" + after);
    return WebSocketStream.connect(whole, null);
  }

  @Override
  public boolean isSelective() {
    return false;
  }
}
