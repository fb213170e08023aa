package dev.kith.ingest.activitystreams.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.activitystreams.TestDocuments;
import dev.kith.ingest.activitystreams.activity.DocumentOrigin;
import dev.kith.ingest.activitystreams.activity.DocumentParser;
import dev.kith.schemas.Visibility;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryQueueTest {
  private static final DocumentOrigin ORIGIN =
      new DocumentOrigin("town", "fediverse", Visibility.PRIVATE);

  private final DeliveryQueue deliveries = new DeliveryQueue(100);

  private static Delivery delivery(int bytes) {
    var reading = TestDocuments.understood("{'type':'Person','id':'github:a'}");
    return new Delivery(List.of(reading), "document", bytes);
  }

  @Test
  void whatIsNotKeptYetTakesRoom() throws Exception {
    var first = delivery(60);

    assertThat(deliveries.offer(first)).isTrue();
    assertThat(deliveries.offer(delivery(60))).isFalse();
    assertThat(deliveries.take(Duration.ZERO)).containsExactly(first);
    assertThat(deliveries.offer(delivery(60))).isFalse();

    deliveries.committed(first);

    assertThat(first.committed()).isCompletedWithValue(true);
    assertThat(deliveries.offer(delivery(60))).isTrue();
  }

  @Test
  void whatIsLargerThanTheRoomTakesAllOfIt() {
    assertThat(deliveries.offer(delivery(1_000))).isTrue();
    assertThat(deliveries.offer(delivery(1))).isFalse();
  }

  @Test
  void whatIsWithdrawnMakesRoomOnce() throws Exception {
    var taken = delivery(60);
    var waiting = delivery(40);
    deliveries.offer(taken);
    deliveries.take(Duration.ZERO);
    deliveries.offer(waiting);

    deliveries.withdraw(taken);
    deliveries.withdraw(waiting);
    deliveries.withdraw(waiting);

    assertThat(deliveries.offer(delivery(41))).isFalse();
    assertThat(deliveries.offer(delivery(40))).isTrue();
  }

  @Test
  void closingSendsEverybodyAway() {
    var waiting = delivery(10);
    deliveries.offer(waiting);

    deliveries.close();

    assertThat(waiting.committed()).isCancelled();
    assertThat(deliveries.offer(delivery(10))).isFalse();
  }

  @Test
  void aPageStaysUntilItIsKept() throws Exception {
    var connector = new PushedConnector(ORIGIN, deliveries, TestDocuments.changes());
    var first = delivery(10);
    var second = delivery(10);
    deliveries.offer(first);

    Page page = connector.read(Cursor.START);
    deliveries.offer(second);
    Page again = connector.read(Cursor.START);

    assertThat(again).isEqualTo(page);
    assertThat(first.committed()).isNotDone();

    connector.committed(again);

    assertThat(first.committed()).isCompletedWithValue(true);
    assertThat(second.committed()).isNotDone();
  }

  @Test
  void readingAheadAnswersNobody() throws Exception {
    var connector = new PushedConnector(ORIGIN, deliveries, TestDocuments.changes());
    var first = delivery(10);
    var second = delivery(10);
    deliveries.offer(first);
    Page page = connector.read(Cursor.START);
    deliveries.offer(second);
    Page ahead = connector.read(page.next());

    assertThat(first.committed()).isNotDone();
    assertThat(connector.read(Cursor.START)).isEqualTo(page);

    connector.committed(ahead);

    assertThat(first.committed()).isCompletedWithValue(true);
    assertThat(second.committed()).isCompletedWithValue(true);
    assertThat(deliveries.offer(delivery(100))).isTrue();
  }

  @Test
  void anInboxThatIsFullAsksToTryAgain() throws Exception {
    deliveries.offer(delivery(100));
    var inbox =
        new Inbox(
            new DocumentParser(ORIGIN),
            deliveries,
            new BearerToken("secret"),
            new Inbox.Limits(false, 1_000, Duration.ofHours(1)),
            Clock.systemUTC());

    InboxResult receipt =
        inbox.receive(TestDocuments.bytes("{'type':'Person','id':'github:a'}"), false);

    assertThat(receipt).isInstanceOf(InboxResult.Busy.class);
  }
}
