package dev.kith.api.sources;

import dev.kith.api.testing.TestClock;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two mails and one record that could not be read. */
@Singleton
@Replaces(KafkaUnreadableItems.class)
final class FakeUnreadableItems implements UnreadableItems {
  @Override
  public List<UnreadableView> all() {
    return List.of(
        item("0-17", "inbox", 1, "town.mbox, byte 4711: expected a mail, found no header", null),
        item("1-2", "inbox", 2, "town.mbox, byte 9000: expected a date, found none", null),
        item("0-18", "indexing", 3, "expected an id, found none", "kith.people.v1-0@12"));
  }

  private static UnreadableView item(
      String id, String source, long ago, String reason, @Nullable String place) {
    return new UnreadableView(
        id, source, reason, TestClock.NOW.minusSeconds(ago), place, null, "message/rfc822", 12);
  }
}
