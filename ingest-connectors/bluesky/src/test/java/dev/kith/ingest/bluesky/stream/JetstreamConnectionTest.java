package dev.kith.ingest.bluesky.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.SourceException.Unavailable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A WebSocket from its opening to its end. */
@Timeout(60)
class JetstreamConnectionTest {
  private static final String ANN = "did:plc:annannannannannannannann";
  private static final Relevance ANN_ONLY = new Relevance(Set.of(ANN), Set.of(ANN));
  private static final Duration SOON = Duration.ofSeconds(20);

  private final RecordedJetstream server = new RecordedJetstream();
  private final Jetstream jetstream = new Jetstream(server.address());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theServerIsToldWhereToGoOnAndWhatIsWanted() throws Exception {
    try (NetworkEventStream.Connection connection = jetstream.open(17, ANN_ONLY)) {
      assertThat(server.nextAddress()).isEqualTo("/subscribe?requireHello=true&cursor=17");
      assertThat(server.nextHello()).contains("\"wantedDids\":[\"" + ANN + "\"]");
      assertThat(connection.poll(Duration.ofMillis(10))).isNull();
    }
  }

  @Test
  void moreEventsThanTheQueueHoldsArriveInTheirOrder() throws Exception {
    List<String> events = IntStream.range(0, 5_000).mapToObj(Integer::toString).toList();
    server.send(events);
    List<String> received = new ArrayList<>();
    try (NetworkEventStream.Connection connection = jetstream.open(0, ANN_ONLY)) {
      server.nextHello();
      for (byte[] event = connection.poll(SOON);
          event != null && received.size() < events.size() - 1;
          event = connection.poll(SOON)) {
        received.add(new String(event, UTF_8));
      }
    }

    assertThat(received).isEqualTo(events.subList(0, received.size())).hasSize(4_999);
  }

  @Test
  void anEventThatIsTooLargeIsSetAsideAndTheNextIsRead() throws Exception {
    String event = "{\"did\": \"%s\", \"time_us\": %d, \"kind\": \"identity\"}";
    String tooLarge = String.join("", Collections.nCopies(9 * 1024 * 1024, "x"));
    server.send(List.of(event.formatted(ANN, 5), tooLarge, event.formatted(ANN, 6)));
    try (var reader = new EventReader(jetstream)) {
      reader.want(ANN_ONLY);
      reader.resume(4L);

      assertThat(reader.next(SOON)).isInstanceOf(RepoEvent.IdentityChange.class);
      assertThat(reader.next(SOON)).isInstanceOf(RepoEvent.Undecodable.class);
      assertThat(reader.next(SOON)).isInstanceOf(RepoEvent.IdentityChange.class);
    }
  }

  @Test
  void whatHasArrivedIsReadBeforeTheEndOfTheConnectionIsTold() throws Exception {
    server.send(List.of("1", "2"));
    try (NetworkEventStream.Connection connection = jetstream.open(0, ANN_ONLY)) {
      assertThat(connection.poll(SOON)).isEqualTo("1".getBytes(UTF_8));
      server.disconnect();

      assertThat(connection.poll(SOON)).isEqualTo("2".getBytes(UTF_8));
      assertThatThrownBy(
              () -> {
                while (connection.poll(SOON) == null) {
                  server.disconnect();
                }
              })
          .isInstanceOf(Unavailable.class)
          .hasMessageStartingWith("expected a lasting stream of events, found");
    }
  }

  @Test
  void aServerThatDoesNotListenIsUnavailable() {
    URI address = server.address();
    server.close();

    assertThatThrownBy(() -> new Jetstream(address).open(0, ANN_ONLY))
        .isInstanceOf(Unavailable.class)
        .hasMessage("expected a stream of events at localhost, found no connection");
  }
}
