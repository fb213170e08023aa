package dev.kith.indexing.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kith.clients.ElasticsearchSettings;
import dev.kith.schemas.Indices;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is made of the answers of an Elasticsearch that is busy, ill or choosy. */
class BulkClientTest {
  private static final Pattern ID = Pattern.compile("\"_id\":\"(\\w+)\"");

  private final Map<String, Integer> statuses = new HashMap<>();
  private final List<Integer> requests = new ArrayList<>();
  private int mostDocuments = Integer.MAX_VALUE;
  private int whole = 200;
  private HttpServer server;
  private ElasticsearchClient client;
  private BulkClient bulk;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    client = new ElasticsearchSettings(url, null, null, null, null, "kith-").connect();
    var counts = new DocumentMetrics(new SimpleMeterRegistry(), new Indices("kith-").all());
    bulk = new BulkClient(client, UnaryOperator.identity(), counts);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    List<String> ids = ID.matcher(sent).results().map(match -> match.group(1)).toList();
    requests.add(ids.size());
    boolean tooLarge = ids.size() > mostDocuments;
    byte[] body = (tooLarge || whole != 200 ? "{}" : items(ids)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(tooLarge ? 413 : whole, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String items(List<String> ids) {
    return ids.stream()
        .map(
            id ->
                "{\"index\":{\"_index\":\"i\",\"_id\":\"%s\",\"status\":%d%s}}"
                    .formatted(id, status(id), status(id) < 300 ? "" : ERROR))
        .collect(Collectors.joining(",", "{\"took\":1,\"errors\":true,\"items\":[", "]}"));
  }

  private static final String ERROR = ",\"error\":{\"type\":\"some_exception\",\"reason\":\"why\"}";

  private int status(String id) {
    return statuses.getOrDefault(id, 201);
  }

  @Test
  void whatIsBusyIsSentAgainAndOnlyThat() {
    statuses.put("p1", 429);

    var attempt = bulk.put(documents(3));

    assertThat(attempt.again()).extracting(entry -> entry.origin().offset()).containsExactly(1L);
    assertThat(attempt.refused()).isEmpty();
    assertThat(attempt.trouble()).contains("some_exception", "why");
  }

  @Test
  void aLaterVersionThatIsThereAlreadyIsAsGood() {
    statuses.put("p1", 409);

    var attempt = bulk.put(documents(3));

    assertThat(attempt.again()).isEmpty();
    assertThat(attempt.refused()).isEmpty();
  }

  @Test
  void whatIsRefusedIsNamedWithTheReason() {
    statuses.put("p1", 400);

    var attempt = bulk.put(documents(3));

    assertThat(attempt.again()).isEmpty();
    assertThat(attempt.refused())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.reason()).contains("some_exception", "why"));
  }

  @Test
  void aRequestThatIsTooLargeIsHalvedUntilItFits() {
    mostDocuments = 2;

    var attempt = bulk.put(documents(5));

    assertThat(attempt.again()).isEmpty();
    assertThat(attempt.refused()).isEmpty();
    assertThat(requests).containsExactly(5, 2, 3, 1, 2);
  }

  @Test
  void aSingleDocumentThatIsTooLargeIsRefused() {
    mostDocuments = 0;

    assertThat(bulk.put(documents(2)).refused()).hasSize(2);
  }

  @Test
  void anElasticsearchThatIsIllIsWaitedFor() {
    whole = 503;

    assertThat(bulk.put(documents(3)).again()).hasSize(3);
  }

  @Test
  void credentialsThatAreRefusedAreNoFaultOfTheDocuments() {
    whole = 403;

    assertThat(bulk.put(documents(3)).again()).hasSize(3);
  }

  @Test
  void anElasticsearchThatIsAwayIsWaitedFor() {
    server.stop(0);

    assertThat(bulk.put(documents(3)).again()).hasSize(3);
  }

  private static List<PendingWrite> documents(int count) {
    return LongStream.range(0, count)
        .mapToObj(i -> WriteBatchTest.document(i, 0))
        .map(BulkClientTest::real)
        .toList();
  }

  private static PendingWrite real(PendingWrite entry) {
    var put = (DocumentWrite.Put) entry.write();
    return new PendingWrite(
        entry.origin(),
        new DocumentWrite.Put(
            put.index(), put.id(), put.version(), "{}".getBytes(StandardCharsets.UTF_8)));
  }
}
