package dev.kith.indexing;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.time.Instant;
import java.util.List;

/** Activities for tests. */
final class TestActivity {
  private TestActivity() {}

  static Activity.Builder activity(String id, String text) {
    return Activity.newBuilder()
        .setId(id)
        .setNetwork("mail")
        .setSource("inbox")
        .setKind("mail")
        .setAt(Instant.parse("2025-03-01T10:00:00Z"))
        .setActor("email:ann@example.org")
        .setTowards(List.of(new Towards("email:bob@example.org", "to")))
        .setText(text);
  }
}
