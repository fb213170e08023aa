package dev.kith.ingest.bluesky.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.kith.ingest.Original;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.bluesky.record.AtUri;
import dev.kith.ingest.bluesky.record.InvalidRecordException;
import dev.kith.ingest.bluesky.record.IsoTime;
import dev.kith.ingest.bluesky.record.Tid;
import dev.kith.ingest.bluesky.stream.RepoEvent.RecordChange;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stream {@code com.atproto.sync.subscribeRepos} of a PDS or a relay, which sends everything. A
 * frame is two DAG-CBOR objects, a header that names the type and the event itself.
 *
 * @param address with {@code ws} or {@code wss}, without cursor
 */
public record RepoStream(URI address) implements NetworkEventStream {
  private static final byte[] NO_BYTES = {};
  private static final Relevance NOTHING = new Relevance(Set.of(), Set.of());
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Pattern TYPE = Pattern.compile("#?[a-zA-Z0-9.]{1,60}");

  /** An event and its archive, which is not converted to JSON. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only passed on
  private record Frame(long op, String type, JsonNode body, byte[] archive) {
    static Frame of(byte[] message) throws InvalidRecordException {
      var input = new ByteArrayInputStream(message);
      JsonNode header = DagCbor.json(DagCbor.read(input));
      CBORObject content = DagCbor.read(input);
      if (content.getType() != CBORType.Map) {
        throw new InvalidRecordException(
            "expected an object as body of a frame, found another type");
      }
      CBORObject archive = content.get("blocks");
      boolean hasArchive = archive != null && archive.getType() == CBORType.ByteString;
      if (hasArchive) {
        content.Remove("blocks");
      }
      return new Frame(
          header.path("op").asLong(),
          header.path("t").asText(),
          DagCbor.json(content),
          hasArchive ? archive.GetByteString() : NO_BYTES);
    }

    OptionalLong number() {
      return body.path("seq").canConvertToLong() && body.path("seq").asLong() > 0
          ? OptionalLong.of(body.path("seq").asLong())
          : OptionalLong.empty();
    }

    long seq() throws InvalidRecordException {
      return number()
          .orElseThrow(
              () -> new InvalidRecordException("expected the number of the event, found none"));
    }

    String did(String field) throws InvalidRecordException {
      return AtUri.requiredDid(body, field);
    }

    Instant time() {
      return IsoTime.parse(body.path("time")).orElse(Instant.EPOCH);
    }
  }

  /** A busy server shows it by its next event, a quiet one by the last event that it stores. */
  @Override
  public long position() throws SourceException, InterruptedException {
    try (Connection live = WebSocketStream.connect(address, null)) {
      for (byte[] next = live.poll(QUIET); next != null; next = live.poll(QUIET)) {
        OptionalLong number = number(next);
        if (number.isPresent()) {
          return number.getAsLong() - 1;
        }
      }
    }
    try (Connection stored = open(0, NOTHING)) {
      long last = 0;
      for (byte[] event = stored.poll(QUIET); event != null; event = stored.poll(QUIET)) {
        last = number(event).orElse(last);
      }
      return last;
    }
  }

  private OptionalLong number(byte[] message) {
    return decode(message, NOTHING).number();
  }

  @Override
  public Connection open(long after, Relevance relevance)
      throws SourceException, InterruptedException {
    return WebSocketStream.connect(URI.create(address + "?cursor=" + after), null);
  }

  @Override
  public boolean isSelective() {
    return false;
  }

  @Override
  public RepoEvent decode(byte[] message, Relevance relevance) {
    OptionalLong number = OptionalLong.empty();
    try {
      Frame frame = Frame.of(message);
      number = frame.number();
      return event(frame, relevance);
    } catch (InvalidRecordException e) {
      return new RepoEvent.Undecodable(
          number, Original.truncate(message), "application/cbor", String.valueOf(e.getMessage()));
    }
  }

  private static RepoEvent event(Frame frame, Relevance relevance) throws InvalidRecordException {
    if (frame.op() == -1) {
      return new RepoEvent.Refusal(word(frame.body().path("error")));
    }
    return switch (frame.type()) {
      case "#commit" -> commit(frame, relevance);
      case "#sync" -> incomplete(frame, frame.did("did"), "the repository was set anew");
      case "#identity" -> new RepoEvent.IdentityChange(frame.seq(), frame.did("did"), frame.time());
      case "#account" ->
          new RepoEvent.AccountChange(
              frame.seq(),
              frame.did("did"),
              frame.time(),
              frame.body().path("active").asBoolean(false),
              word(frame.body().path("status")));
      case "#info" -> info(frame);
      default -> new RepoEvent.Skipped(frame.number(), word(frame.type()));
    };
  }

  private static RepoEvent incomplete(Frame frame, String did, String reason)
      throws InvalidRecordException {
    String rev = frame.body().path("rev").asText();
    return new RepoEvent.Incomplete(frame.seq(), did, frame.time(), rev, reason);
  }

  private static RepoEvent info(Frame frame) {
    String name = word(frame.body().path("name"));
    return name.equals("OutdatedCursor")
        ? new RepoEvent.Gap(name)
        : new RepoEvent.Skipped(frame.number(), "#info " + name);
  }

  private static RepoEvent commit(Frame frame, Relevance relevance) throws InvalidRecordException {
    String did = frame.did("repo");
    boolean isWanted = relevance.isWanted(did, frame.archive());
    if (frame.body().path("tooBig").asBoolean(false)) {
      return incomplete(frame, did, "a commit was too big for an event");
    }
    Map<String, byte[]> blocks = isWanted ? CarReader.blocks(frame.archive()) : Map.of();
    Map<String, RecordChange> changes = new LinkedHashMap<>();
    for (JsonNode operation : frame.body().path("ops")) {
      Optional<AtUri> uri = AtUri.parse("at://" + did + "/" + operation.path("path").asText());
      if (uri.isEmpty()) {
        throw new InvalidRecordException(
            "expected collection and key in each operation, found another path");
      }
      boolean isDeletion = operation.path("action").asText().equals("delete");
      String cid = operation.path("cid").path("$link").asText();
      byte @Nullable [] block = blocks.get(cid);
      if (isDeletion) {
        put(changes, new RecordChange(uri.get(), "", null));
      } else if (block != null) {
        put(changes, new RecordChange(uri.get(), cid, DagCbor.json(block)));
      } else if (isWanted) {
        return incomplete(frame, did, "a block of a commit is missing");
      }
    }
    return commit(frame, did, List.copyOf(changes.values()));
  }

  /** Of several operations of a commit on one record, the last one counts. */
  private static void put(Map<String, RecordChange> changes, RecordChange change) {
    changes.remove(change.uri().toString());
    changes.put(change.uri().toString(), change);
  }

  private static RepoEvent commit(Frame frame, String did, List<RecordChange> changes)
      throws InvalidRecordException {
    JsonNode body = frame.body();
    String rev = body.path("rev").asText();
    String since = body.path("since").isTextual() ? body.path("since").asText() : null;
    Instant time = Tid.time(rev).orElse(frame.time());
    return new RepoEvent.Commit(frame.seq(), did, time, rev, since, new ArrayList<>(changes));
  }

  private static String word(JsonNode text) {
    return word(text.asText());
  }

  /** A name from the server for a message; a fixed text if it does not have the form of a name. */
  private static String word(String text) {
    return TYPE.matcher(text).matches() ? text : "unnamed";
  }
}
