package dev.kith.ingest.bluesky.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.Original;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.bluesky.record.AtUri;
import dev.kith.ingest.bluesky.record.InvalidRecordException;
import dev.kith.ingest.bluesky.record.IsoTime;
import dev.kith.ingest.bluesky.record.Lexicon;
import dev.kith.ingest.bluesky.record.Tid;
import dev.kith.ingest.bluesky.stream.RepoEvent.RecordChange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;

/**
 * A Jetstream, which sends what certain accounts do, as JSON. They are named in a first message,
 * since an address has no room for many. The number of an event is a time in microseconds.
 *
 * @param address with {@code ws} or {@code wss}, without parameters
 */
public record Jetstream(URI address) implements NetworkEventStream {
  /** As many as Jetstream takes. */
  private static final int MAX_ACCOUNTS = 10_000;

  /** How far the clock of this machine may be ahead. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public long position() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now().minus(TOLERANCE));
  }

  @Override
  public Connection open(long after, Relevance relevance)
      throws SourceException, InterruptedException {
    return WebSocketStream.connect(
        URI.create(address + "?requireHello=true&cursor=" + after), hello(relevance));
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

  @Override
  public RepoEvent decode(byte[] message, Relevance relevance) {
    OptionalLong number = OptionalLong.empty();
    try {
      JsonNode event = parse(message);
      long micros = event.path("time_us").asLong();
      if (micros <= 0) {
        throw new InvalidRecordException("expected the time of the event in time_us, found none");
      }
      number = OptionalLong.of(micros);
      return event(event, micros, relevance.isWanted(event.path("did").asText(), message));
    } catch (InvalidRecordException e) {
      return new RepoEvent.Undecodable(
          number, Original.truncate(message), "application/json", String.valueOf(e.getMessage()));
    }
  }

  private static JsonNode parse(byte[] message) throws InvalidRecordException {
    try {
      JsonNode event = JSON.readTree(message);
      if (!event.isObject()) {
        throw new InvalidRecordException("expected a JSON object, found another type");
      }
      return event;
    } catch (IOException e) {
      throw new InvalidRecordException("expected well-formed JSON, found text that is none");
    }
  }

  private static RepoEvent event(JsonNode event, long micros, boolean isWanted)
      throws InvalidRecordException {
    String did = AtUri.requiredDid(event, "did");
    Instant time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    JsonNode account = event.path("account");
    return switch (event.path("kind").asText()) {
      case "commit" -> commit(event.path("commit"), did, micros, time, isWanted);
      case "identity" -> new RepoEvent.IdentityChange(micros, did, time);
      case "account" ->
          new RepoEvent.AccountChange(
              micros,
              did,
              IsoTime.parse(account.path("time")).orElse(time),
              account.path("active").asBoolean(false),
              account.path("status").asText("unnamed"));
      default -> new RepoEvent.Skipped(OptionalLong.of(micros), "an unknown kind");
    };
  }

  private static RepoEvent commit(
      JsonNode commit, String did, long micros, Instant time, boolean isWanted)
      throws InvalidRecordException {
    String path = commit.path("collection").asText() + "/" + commit.path("rkey").asText();
    AtUri uri =
        AtUri.parse("at://" + did + "/" + path)
            .orElseThrow(
                () ->
                    new InvalidRecordException(
                        "expected collection and rkey of a record, found none"));
    boolean isDeletion = commit.path("operation").asText().equals("delete");
    if (!isDeletion && !isWanted) {
      return new RepoEvent.Skipped(OptionalLong.of(micros), null);
    }
    if (!isDeletion && !commit.path("record").isObject()) {
      throw new InvalidRecordException("expected a record in the commit, found none");
    }
    var change =
        isDeletion
            ? new RecordChange(uri, "", null)
            : new RecordChange(uri, commit.path("cid").asText(), commit.path("record"));
    String rev = commit.path("rev").asText();
    return new RepoEvent.Commit(
        micros, did, Tid.time(rev).orElse(time), rev, null, List.of(change));
  }
}
