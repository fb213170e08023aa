package dev.kith.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.kith.schemas.Erasure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroSerdesTest {
  /** Magic byte, schema id 1, and nothing else. */
  private static final byte[] NAMES_A_SCHEMA = {0, 0, 0, 0, 1, 0};

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500, 503})
  void aRegistryThatDoesNotAnswerIsNoFaultOfTheRecord(int status) throws IOException {
    Throwable failure = readFromARegistryThatAnswers(status);

    assertThat(AvroSerdes.isRegistryAway(failure)).as("%s", failure).isTrue();
  }

  @Test
  void aRegistryThatIsNotThereIsNoFaultOfTheRecord() {
    Serde<Erasure> serde = AvroSerdes.using("http://127.0.0.1:1").of(Erasure.class);

    Throwable failure = catchThrowable(() -> serde.deserializer().deserialize("x", NAMES_A_SCHEMA));

    assertThat(AvroSerdes.isRegistryAway(failure)).as("%s", failure).isTrue();
  }

  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void aRegistryThatForgetsToAnswerIsAskedAgain() throws IOException {
    var asked = new AtomicInteger();
    Throwable failure =
        readFrom(
            exchange -> {
              if (asked.incrementAndGet() > 1) {
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
              }
            });

    assertThat(failure).isNotNull();
    assertThat(asked).hasValueGreaterThan(1);
  }

  @Test
  void aSchemaThatNobodyRegisteredIsAFaultOfTheRecord() throws IOException {
    Throwable failure = readFromARegistryThatAnswers(404);

    assertThat(failure).isNotNull();
    assertThat(AvroSerdes.isRegistryAway(failure)).as("%s", failure).isFalse();
  }

  @Test
  void aRecordThatEndsTooSoonIsAFaultOfTheRecord() {
    Serde<Erasure> serde = AvroSerdes.using("mock://short").of(Erasure.class);
    byte[] whole = serde.serializer().serialize("x", RandomRecords.of(Erasure.class, 1));
    byte[] cut = java.util.Arrays.copyOf(whole, 7);

    Throwable failure = catchThrowable(() -> serde.deserializer().deserialize("x", cut));

    assertThat(failure).isNotNull();
    assertThat(AvroSerdes.isRegistryAway(failure)).as("%s", failure).isFalse();
  }

  @Test
  void closingOneSerdeLeavesTheOthersOpen() {
    var serdes = AvroSerdes.using("mock://closing");
    Serde<Erasure> kept = serdes.of(Erasure.class);
    Serde<Erasure> closed = serdes.of(Erasure.class);
    var erasure = RandomRecords.of(Erasure.class, 1);
    closed.serializer().serialize("x", erasure);

    closed.close();

    byte[] bytes = kept.serializer().serialize("x", erasure);
    assertThat(kept.deserializer().deserialize("x", bytes)).isEqualTo(erasure);
  }

  private static Throwable readFromARegistryThatAnswers(int status) throws IOException {
    byte[] answer =
        ("{\"error_code\":" + status + ",\"message\":\"no\"}").getBytes(StandardCharsets.UTF_8);
    return readFrom(
        exchange -> {
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
  }

  private static Throwable readFrom(HttpHandler registry) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", registry);
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      Serde<Erasure> serde = AvroSerdes.using(url).of(Erasure.class);
      return catchThrowable(() -> serde.deserializer().deserialize("x", NAMES_A_SCHEMA));
    } finally {
      server.stop(0);
    }
  }
}
