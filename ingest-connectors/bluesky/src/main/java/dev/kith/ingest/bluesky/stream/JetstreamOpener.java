package dev.kith.ingest.bluesky.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.bluesky.record.Lexicon;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Opens a Jetstream, which sends the events of selected accounts. The accounts are sent in a first
 * message, because the length of an address is limited.
 *
 * @param address with {@code ws} or {@code wss}, without parameters
 */
public record JetstreamOpener(URI address) implements EventConnection.Opener {
  /** The limit of Jetstream. */
  private static final int MAX_ACCOUNTS = 10_000;

  @Override
  public EventConnection open(@Nullable Long after, Relevance relevance)
      throws SourceException, InterruptedException {
    String cursor = after == null ? "" : "&cursor=" + after;
    return WebSocketStream.connect(
        URI.create(address + "?requireHello=true" + cursor), hello(relevance));
  }

  static String hello(Relevance relevance) {
    ObjectNode hello = JsonNodeFactory.instance.objectNode().put("type", "options_update");
    ObjectNode payload = hello.putObject("payload");
    var accounts = payload.putArray("wantedDids");
    relevance.repositories().stream().limit(MAX_ACCOUNTS).forEach(accounts::add);
    var collections = payload.putArray("wantedCollections");
    for (Lexicon lexicon : Lexicon.values()) {
      collections.add(lexicon.collection());
    }
    return hello.toString();
  }

  @Override
  public boolean isSelective() {
    return true;
  }
}
