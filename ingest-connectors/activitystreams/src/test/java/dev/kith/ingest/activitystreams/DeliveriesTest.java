package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.schemas.Visibility;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private static final Origin ORIGIN = new Origin("town", "fediverse", Visibility.PRIVATE);

  private final Deliveries deliveries = new Deliveries(100);

  private static Delivery delivery(int bytes) {
    var reading = Read.understood("{'type':'Person','id':'github:a'}");
    return new Delivery(List.of(reading), "document", bytes);
  }

  @Test
  void whatIsNotKeptYetTakesRoom() throws Exception {
    var first = delivery(60);

    assertThat(deliveries.offer(first)).isTrue();
    assertThat(deliveries.offer(delivery(60))).isFalse();
    assertThat(deliveries.take(Duration.ZERO)).containsExactly(first);
    assertThat(deliveries.offer(delivery(60))).isFalse();

    deliveries.kept(first);

    assertThat(first.kept()).isCompletedWithValue(true);
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

    assertThat(waiting.kept()).isCancelled();
    assertThat(deliveries.offer(delivery(10))).isFalse();
  }

  @Test
  void aPageStaysUntilItIsKept() throws Exception {
    var connector = new PushedConnector(ORIGIN, deliveries, Read.changes());
    var first = delivery(10);
    var second = delivery(10);
    deliveries.offer(first);

    Page page = connector.read(Cursor.START);
    deliveries.offer(second);
    Page again = connector.read(Cursor.START);

    assertThat(again).isEqualTo(page);
    assertThat(first.kept()).isNotDone();

    connector.committed(again);

    assertThat(first.kept()).isCompletedWithValue(true);
    assertThat(second.kept()).isNotDone();
  }

  @Test
  void readingAheadAnswersNobody() throws Exception {
    var connector = new PushedConnector(ORIGIN, deliveries, Read.changes());
    var first = delivery(10);
    var second = delivery(10);
    deliveries.offer(first);
    Page page = connector.read(Cursor.START);
    deliveries.offer(second);
    Page ahead = connector.read(page.next());

    assertThat(first.kept()).isNotDone();
    assertThat(connector.read(Cursor.START)).isEqualTo(page);

    connector.committed(ahead);

    assertThat(first.kept()).isCompletedWithValue(true);
    assertThat(second.kept()).isCompletedWithValue(true);
    assertThat(deliveries.offer(delivery(100))).isTrue();
  }

  @Test
  void anInboxThatIsFullAsksToTryAgain() throws Exception {
    deliveries.offer(delivery(100));
    var inbox =
        new Inbox(
            new Documents(ORIGIN),
            deliveries,
            new Token("secret"),
            new Inbox.Limits(1_000, Duration.ofHours(1)),
            Clock.systemUTC());

    Receipt receipt = inbox.receive(Read.bytes("{'type':'Person','id':'github:a'}"), false);

    assertThat(receipt).isInstanceOf(Receipt.Busy.class);
  }
}
