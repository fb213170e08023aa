package dev.kith.ingest.bluesky.xrpc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.bluesky.record.AtUri;
import dev.kith.ingest.bluesky.record.IsoTime;
import dev.kith.ingest.bluesky.record.RecordVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the notifications of an account: actions of all accounts towards it. */
public final class NotificationReader {
  private static final String PAGE_SIZE = "100";
  private static final int MAX_PAGES = 100;

  private final AtpSession session;

  /** A reader of the notifications of the session's account. */
  public NotificationReader(AtpSession session) {
    this.session = session;
  }

  /** The records of the notifications after a time, oldest first. */
  public List<RecordVersion> after(Instant last) throws SourceException, InterruptedException {
    List<RecordVersion> records = new ArrayList<>();
    Map<String, String> parameters = new TreeMap<>(Map.of("limit", PAGE_SIZE));
    for (int page = 0; page < MAX_PAGES; page++) {
      JsonNode body = session.query("app.bsky.notification.listNotifications", parameters).body();
      int before = records.size();
      for (JsonNode notification : body.path("notifications")) {
        version(notification).filter(each -> each.known().isAfter(last)).ifPresent(records::add);
      }
      String cursor = body.path("cursor").asText();
      if (cursor.isEmpty() || records.size() == before) {
        break;
      }
      parameters.put("cursor", cursor);
    }
    Collections.reverse(records);
    return records;
  }

  private static Optional<RecordVersion> version(JsonNode notification) {
    Optional<Instant> indexed = IsoTime.parse(notification.path("indexedAt"));
    return AtUri.parse(notification.path("uri").asText())
        .flatMap(
            uri ->
                indexed.map(
                    time ->
                        new RecordVersion(
                            uri,
                            notification.path("cid").asText(),
                            notification.path("record"),
                            time)));
  }
}
