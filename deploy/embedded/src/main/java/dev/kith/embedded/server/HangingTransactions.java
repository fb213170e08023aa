package dev.kith.embedded.server;

import dev.kith.embedded.server.TransactionLog.Ending;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.TransactionResult;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest.TxnMarkerEntry;
import org.apache.kafka.common.requests.WriteTxnMarkersResponse;

/**
 * Writes the end markers that are missing after a crash of the broker.
 *
 * <p>After a crash the partitions of a restarted broker have no leader at first. When Kafka 4.3.1
 * then sends the end markers of transactions that were already decided, it treats such a partition
 * as deleted, leaves the markers out and marks the transaction as complete ({@code
 * TransactionMarkerChannelManager}, {@code KRaftMetadataCache.getPartitionLeaderEndpoint}). The
 * transaction stays open in the partition, and consumers that read committed records wait there
 * forever. The log of the transaction coordinator has the decision.
 */
final class HangingTransactions {

  private static final Duration MARKERS_TIMEOUT = Duration.ofSeconds(10);
  private static final Set<TransactionState> MARKERS_ON_THEIR_WAY =
      EnumSet.of(TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT);
  private static final String CLIENT = "hanging-transactions";

  /** The version of KIP-890, in which each transaction increments the epoch. */
  private static final short TRANSACTION_VERSION = 2;

  private final String host;
  private final int port;

  HangingTransactions(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /** A transaction that is open in a partition. */
  private record Open(TopicPartition partition, ProducerState producer) {

    Ending ending() {
      return new Ending(producer.producerId(), (short) (producer.producerEpoch() + 1));
    }
  }

  /**
   * Writes the end markers of decided transactions; undecided transactions stay open.
   *
   * @return the number of partitions that got a marker
   * @throws IOException if the broker refuses a marker
   */
  int end() throws IOException, InterruptedException {
    Map<String, Object> config =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
    try (Admin admin = Admin.create(config)) {
      awaitMarkers(admin);
      List<Open> open = openIn(admin, partitions(admin));
      return open.isEmpty() ? 0 : end(open, TransactionLog.endings(bootstrapServers()));
    } catch (ExecutionException failure) {
      throw new IOException("the broker does not list its transactions", failure.getCause());
    }
  }

  private String bootstrapServers() {
    return host + ":" + port;
  }

  private static void awaitMarkers(Admin admin) throws InterruptedException, ExecutionException {
    long deadline = System.nanoTime() + MARKERS_TIMEOUT.toNanos();
    while (admin.listTransactions().all().get().stream()
            .anyMatch(transaction -> MARKERS_ON_THEIR_WAY.contains(transaction.state()))
        && System.nanoTime() < deadline) {
      Thread.sleep(100);
    }
  }

  private static List<TopicPartition> partitions(Admin admin)
      throws InterruptedException, ExecutionException {
    Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    List<TopicPartition> partitions = new ArrayList<>();
    admin
        .describeTopics(topics)
        .allTopicNames()
        .get()
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(each -> partitions.add(new TopicPartition(name, each.partition()))));
    return partitions;
  }

  private static List<Open> openIn(Admin admin, Collection<TopicPartition> partitions)
      throws InterruptedException, ExecutionException {
    List<Open> open = new ArrayList<>();
    admin
        .describeProducers(partitions)
        .all()
        .get()
        .forEach(
            (partition, state) ->
                state.activeProducers().stream()
                    .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                    .forEach(producer -> open.add(new Open(partition, producer))));
    return open;
  }

  private int end(List<Open> open, Map<Ending, TransactionResult> endings) throws IOException {
    int ended = 0;
    for (Open transaction : open) {
      TransactionResult result = endings.get(transaction.ending());
      if (result != null) {
        writeMarker(transaction, result);
        ended++;
      }
    }
    return ended;
  }

  private void writeMarker(Open transaction, TransactionResult result) throws IOException {
    TxnMarkerEntry marker =
        new TxnMarkerEntry(
            transaction.ending().producerId(),
            transaction.ending().epoch(),
            transaction.producer().coordinatorEpoch().orElse(0),
            result,
            List.of(transaction.partition()),
            TRANSACTION_VERSION);
    send(new WriteTxnMarkersRequest.Builder(List.of(marker)).build())
        .errorsByProducerId()
        .values()
        .forEach(errors -> errors.values().forEach(HangingTransactions::throwIfFailed));
  }

  /** An epoch that is too old means that the transaction has ended in the meantime. */
  private static void throwIfFailed(Errors error) {
    if (error != Errors.INVALID_PRODUCER_EPOCH) {
      error.maybeThrow();
    }
  }

  /** Sends the request directly, because the admin client can only abort a transaction. */
  private WriteTxnMarkersResponse send(WriteTxnMarkersRequest request) throws IOException {
    RequestHeader header =
        new RequestHeader(ApiKeys.WRITE_TXN_MARKERS, request.version(), CLIENT, 1);
    ByteBuffer bytes = request.serializeWithHeader(header);
    try (Socket socket = new Socket(host, port)) {
      socket.setSoTimeout(Math.toIntExact(MARKERS_TIMEOUT.toMillis()));
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(bytes.remaining());
      out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
      out.flush();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] answer = in.readNBytes(in.readInt());
      return (WriteTxnMarkersResponse)
          AbstractResponse.parseResponse(ByteBuffer.wrap(answer), header);
    }
  }
}
