package dev.kith.ingest.bluesky.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.Original;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One version of a record.
 *
 * @param uri address of the record
 * @param cid hash of the content
 * @param value content, in the JSON form of the AT Protocol
 * @param known time at which the repository contained it, by the server's clock; orders versions
 */
public record RecordVersion(AtUri uri, String cid, JsonNode value, Instant known) {

  /** Orders the versions of what a server showed at a time. */
  public static long revision(Instant known) {
    return Math.max(1, known.toEpochMilli());
  }

  /** As {@code com.atproto.repo.getRecord} shows it, however it was received. */
  public byte[] original() {
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    shown.put("uri", uri.toString()).put("cid", cid).set("value", value);
    return Original.truncate(shown.toString().getBytes(StandardCharsets.UTF_8));
  }

  ByteBuffer originalBuffer() {
    return ByteBuffer.wrap(original());
  }
}
