package dev.kith.ingest.bluesky.xrpc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.bluesky.record.AtUri;
import dev.kith.ingest.bluesky.record.RecordVersion;
import dev.kith.ingest.bluesky.record.Tid;
import dev.kith.ingest.bluesky.xrpc.XrpcClient.Answer;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the current records of a repository from the server that hosts it. */
public final class RepositoryReader {
  private static final String PAGE_SIZE = "100";

  private final XrpcClient client;

  /** A reader that uses a client. */
  public RepositoryReader(XrpcClient client) {
    this.client = client;
  }

  /**
   * Records of one collection, by ascending key.
   *
   * @param last key after which the next page begins; empty at the end of the collection
   */
  public record RecordPage(List<RecordVersion> records, String last) {}

  /** The current revision of the repository; empty if the server does not show it. */
  public Optional<String> revision(URI server, String did)
      throws SourceException, InterruptedException {
    Answer answer =
        client.query(server, "com.atproto.sync.getLatestCommit", Map.of("did", did), null);
    return Optional.of(answer.body().path("rev").asText())
        .filter(rev -> answer.isSuccess() && Tid.time(rev).isPresent());
  }

  /** The collections that the repository has. */
  public List<String> collections(URI server, String did)
      throws SourceException, InterruptedException {
    Answer answer =
        client.query(server, "com.atproto.repo.describeRepo", Map.of("repo", did), null);
    List<String> names = new ArrayList<>();
    answer.body().path("collections").forEach(name -> names.add(name.asText()));
    return names;
  }

  /** The records after a key; empty if the server does not show them. */
  public Optional<RecordPage> records(
      URI server, String did, String collection, String after, Instant revision)
      throws SourceException, InterruptedException {
    Map<String, String> parameters =
        new TreeMap<>(
            Map.of("repo", did, "collection", collection, "limit", PAGE_SIZE, "reverse", "true"));
    if (!after.isEmpty()) {
      parameters.put("cursor", after);
    }
    Answer answer = client.query(server, "com.atproto.repo.listRecords", parameters, null);
    if (!answer.isSuccess()) {
      return Optional.empty();
    }
    List<RecordVersion> records = new ArrayList<>();
    for (JsonNode record : answer.body().path("records")) {
      AtUri.parse(record.path("uri").asText())
          .filter(uri -> uri.did().equals(did) && uri.collection().equals(collection))
          .map(uri -> version(uri, record, revision))
          .ifPresent(records::add);
    }
    String last = records.isEmpty() ? "" : records.getLast().uri().key();
    return Optional.of(new RecordPage(records, last));
  }

  private static RecordVersion version(AtUri uri, JsonNode record, Instant known) {
    return new RecordVersion(uri, record.path("cid").asText(), record.path("value"), known);
  }
}
