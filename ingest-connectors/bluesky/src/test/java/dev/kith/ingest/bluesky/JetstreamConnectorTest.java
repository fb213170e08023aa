package dev.kith.ingest.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.bluesky.stream.RecordedJetstream;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From the events of a Jetstream to activities, also when the connection breaks in between. */
@Timeout(120)
class JetstreamConnectorTest {
  private final long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  private static final String POST = "app.bsky.feed.post";

  private final WireMockServer pds =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private final RecordedJetstream jetstream = new RecordedJetstream();
  private final List<String> found = new ArrayList<>();

  @BeforeEach
  void start() {
    pds.start();
    RecordedPds.serve(pds, "token");
  }

  @AfterEach
  void stop() {
    jetstream.close();
    pds.stop();
  }

  private BlueskyConnector connector() {
    URI address = URI.create(pds.baseUrl());
    BlueskySettings settings =
        new BlueskySettings(
            "town",
            List.of(RecordedPds.ANN),
            jetstream.address(),
            true,
            null,
            null,
            null,
            address,
            address,
            null);
    return BlueskyConnectorFactory.connector(
        settings,
        TestSources.client(),
        RecordIndex.temporary(),
        BlueskyConnectorFactory.events(settings));
  }

  private String commit(int number, String did, String collection, String record) {
    return """
    {"did": "%s", "time_us": %d, "kind": "commit", "commit": {"rev": "3zzzzzzzzzz2%s",
     "operation": "create", "collection": "%s", "rkey": "e%d", "cid": "bafyx", "record": %s}}
    """
        .formatted(did, now + number, "abcdefg".charAt(number), collection, number, record);
  }

  private String written(int number, String text) {
    String record = "{\"text\": \"%s\", \"createdAt\": \"2026-03-04T05:06:07Z\"}".formatted(text);
    return commit(number, RecordedPds.ANN, POST, record);
  }

  /** Reads as the runtime does until so many activities are found. */
  private Cursor read(BlueskyConnector connector, Cursor from, int activities) throws Exception {
    Cursor cursor = from;
    while (found.size() < activities) {
      Page page = connector.read(cursor);
      page.activities().forEach(each -> found.add(each.getId().replaceFirst(".*/", "")));
      connector.committed(page);
      cursor = page.next();
    }
    return cursor;
  }

  @Test
  void aBrokenConnectionIsOpenedAgainAfterTheLastEvent() throws Exception {
    jetstream.send(List.of(written(1, "Frogs"), written(2, "Ponds")));
    try (BlueskyConnector connector = connector()) {
      Cursor cursor = read(connector, Cursor.START, 4);
      assertThat(found).containsExactlyInAnyOrder("1", "2", "e1", "e2");
      assertThat(position(jetstream.nextAddress())).isLessThan(now);
      jetstream.send(List.of(written(2, "Ponds"), written(3, "Lakes")));
      jetstream.disconnect();

      assertThatThrownBy(() -> read(connector, cursor, 5)).isInstanceOf(Unavailable.class);
      read(connector, cursor, 5);

      assertThat(found).endsWith("e3").hasSize(5);
      assertThat(jetstream.nextAddress()).endsWith("&cursor=" + (now + 2));
    }
  }

  @Test
  void anotherConnectorGoesOnFromTheCursor() throws Exception {
    jetstream.send(List.of(written(1, "Frogs")));
    Cursor cursor;
    try (BlueskyConnector connector = connector()) {
      cursor = read(connector, Cursor.START, 3);
    }
    jetstream.send(List.of(written(1, "Frogs"), written(2, "Ponds")));
    try (BlueskyConnector connector = connector()) {
      read(connector, cursor, 4);
    }

    assertThat(found).endsWith("e2").hasSize(4);
  }

  @Test
  void thePositionIsKnownBeforeTheFirstEvent() throws Exception {
    Cursor cursor;
    try (BlueskyConnector connector = connector()) {
      cursor = read(connector, Cursor.START, 2);
    }
    try (BlueskyConnector connector = connector()) {
      connector.read(cursor);
    }

    assertThat(jetstream.nextAddress()).isEqualTo(jetstream.nextAddress());
  }

  /** The runtime pauses longer after each failure, until a read succeeds. */
  @Test
  void eachReadFailsWhileTheServerClosesEveryConnectionAndThenNothingIsMissing() throws Exception {
    jetstream.send(List.of(written(1, "Frogs")));
    try (BlueskyConnector connector = connector()) {
      Cursor cursor = read(connector, Cursor.START, 3);
      jetstream.closeEach(true);
      jetstream.disconnect();
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> read(connector, cursor, 4)).isInstanceOf(Unavailable.class);
      }
      jetstream.closeEach(false);
      jetstream.send(List.of(written(2, "Ponds")));
      read(connector, cursor, 4);
    }

    assertThat(found).endsWith("e2").hasSize(4);
  }

  private static long position(String address) {
    return Long.parseLong(address.replaceFirst(".*&cursor=", ""));
  }
}
