package dev.kith.indexing.bulk;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import dev.kith.indexing.bulk.DocumentWrite.Put;
import dev.kith.indexing.bulk.DocumentWrite.Remove;
import dev.kith.schemas.Index;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** One bulk request to Elasticsearch, and what its answer means for each document. */
public final class BulkClient {
  private static final String JSON = "application/json";

  private final ElasticsearchClient client;
  private final UnaryOperator<String> target;
  private final DocumentMetrics counts;

  /**
   * Sends through one client.
   *
   * @param target the alias to write under, by the alias of the index
   */
  public BulkClient(
      ElasticsearchClient client, UnaryOperator<String> target, DocumentMetrics counts) {
    this.client = client;
    this.target = target;
    this.counts = counts;
  }

  /** Keeps documents. A later version that is there already is as good. */
  public BulkResult put(List<PendingWrite> entries) {
    return entries.isEmpty()
        ? new BulkResult()
        : send(entries, entries.stream().map(this::put).toList());
  }

  private BulkOperation put(PendingWrite entry) {
    var put = (Put) entry.write();
    var document = BinaryData.of(put.json(), JSON);
    return BulkOperation.of(
        operation ->
            operation.index(
                index ->
                    index
                        .index(alias(put.index()))
                        .id(put.id())
                        .versionType(VersionType.ExternalGte)
                        .version(put.version())
                        .document(document)));
  }

  /**
   * Takes documents away, each in the version it has now: so that the same version may come back,
   * which a plain removal would keep out for as long as Elasticsearch remembers it.
   */
  public BulkResult remove(List<PendingWrite> entries) {
    List<PendingWrite> present = new ArrayList<>();
    List<BulkOperation> operations = new ArrayList<>();
    try {
      for (PendingWrite entry : entries) {
        var remove = (Remove) entry.write();
        OptionalLong version = version(remove);
        if (version.isPresent()) {
          present.add(entry);
          operations.add(remove(remove, version.getAsLong()));
        }
      }
    } catch (IOException | ElasticsearchException e) {
      var attempt = new BulkResult();
      attempt.againAll(entries, "Elasticsearch: " + e.getMessage());
      return attempt;
    }
    return present.isEmpty() ? new BulkResult() : send(present, operations);
  }

  private OptionalLong version(Remove remove) throws IOException {
    var found =
        client.get(
            get -> get.index(alias(remove.index())).id(remove.id()).source(s -> s.fetch(false)),
            Void.class);
    Long version = found.version();
    return found.found() && version != null ? OptionalLong.of(version) : OptionalLong.empty();
  }

  private BulkOperation remove(Remove remove, long version) {
    return BulkOperation.of(
        operation ->
            operation.delete(
                delete ->
                    delete
                        .index(alias(remove.index()))
                        .id(remove.id())
                        .versionType(VersionType.ExternalGte)
                        .version(version)));
  }

  private String alias(Index index) {
    return target.apply(index.alias());
  }

  private BulkResult send(List<PendingWrite> entries, List<BulkOperation> operations) {
    try {
      // An alias that is missing must not become an index without a mapping of ours.
      var request = BulkRequest.of(bulk -> bulk.requireAlias(true).operations(operations));
      return sort(entries, client.bulk(request).items());
    } catch (ElasticsearchException e) {
      return DocumentOutcome.ofRequest(e.status()) == DocumentOutcome.REFUSED
          ? halves(entries, operations, e)
          : wait(entries, e);
    } catch (IOException e) {
      return wait(entries, e);
    }
  }

  private static BulkResult wait(List<PendingWrite> entries, Exception e) {
    var attempt = new BulkResult();
    attempt.againAll(entries, "Elasticsearch: " + e.getMessage());
    return attempt;
  }

  /** A request that is refused as a whole holds at least one document that is to blame. */
  private BulkResult halves(
      List<PendingWrite> entries, List<BulkOperation> operations, ElasticsearchException e) {
    var attempt = new BulkResult();
    if (entries.size() == 1) {
      attempt.refuse(entries.getFirst(), "Elasticsearch refused it: " + e.getMessage());
      return attempt;
    }
    int middle = entries.size() / 2;
    attempt.join(send(entries.subList(0, middle), operations.subList(0, middle)));
    attempt.join(
        send(
            entries.subList(middle, entries.size()),
            operations.subList(middle, operations.size())));
    return attempt;
  }

  private BulkResult sort(List<PendingWrite> entries, List<BulkResponseItem> items) {
    var attempt = new BulkResult();
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      var verdict = DocumentOutcome.ofDocument(item.status(), entries.get(i).isRemoval());
      counts.count(entries.get(i), verdict);
      switch (verdict) {
        case KEPT, OLDER, REMOVED -> {}
        case REFUSED -> attempt.refuse(entries.get(i), reason(item));
        case AGAIN -> attempt.again(entries.get(i), reason(item));
      }
    }
    return attempt;
  }

  private static String reason(BulkResponseItem item) {
    ErrorCause error = item.error();
    return error == null
        ? "Elasticsearch answered " + item.status()
        : "Elasticsearch: %s: %s%s".formatted(error.type(), error.reason(), cause(error));
  }

  private static String cause(ErrorCause error) {
    ErrorCause cause = error.causedBy();
    return cause == null ? "" : " (" + cause.reason() + ")";
  }
}
