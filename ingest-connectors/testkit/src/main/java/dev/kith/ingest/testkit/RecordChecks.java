package dev.kith.ingest.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.UnreadableItem;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.util.Locale;

/** Checks that hold for every activity and every item set aside, whatever the network. */
final class RecordChecks {
  private static final int LONGEST_REASON = 300;

  /** A field name may be named in a reason, a sentence of the item may not. */
  private static final int LONGEST_QUOTE = 40;

  private RecordChecks() {}

  static void check(Activity activity) {
    assertThat(activity.getId()).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
    assertThat(activity.getKind()).matches("[a-z0-9-]+");
    assertThat(activity.getTowards()).extracting(Towards::getKind).allMatch(RecordChecks::isKind);
    assertThat(activity.getTopics())
        .doesNotHaveDuplicates()
        .allMatch(topic -> !topic.isBlank() && !topic.startsWith("#"))
        .allMatch(topic -> topic.equals(topic.toLowerCase(Locale.ROOT)));
    if (activity.getDeleted()) {
      assertThat(activity.getText() + activity.getQuoted()).isEmpty();
      assertThat(activity.getTowards()).isEmpty();
    } else {
      assertThat(activity.getActor()).isNotEmpty();
    }
  }

  static void check(UnreadableItem item) {
    assertThat(item.reason()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_REASON);
    assertThat(item.reason()).doesNotContainPattern("\\p{Cntrl}");
    assertThat(item.reason()).doesNotContainPattern("[\\w.+-]+@\\w");
    assertThat(quotes(item.reason(), item.original()))
        .as("a reason that quotes its item at length: %s", item.reason())
        .isFalse();
    assertThat(item.originalType()).matches("[a-z]+/[a-z0-9.+-]+");
  }

  private static boolean isKind(String kind) {
    return kind.matches("[a-z0-9-]+");
  }

  private static boolean quotes(String reason, byte[] original) {
    String text = new String(original, UTF_8);
    String bytes = new String(original, ISO_8859_1);
    for (int from = 0; from + LONGEST_QUOTE <= reason.length(); from++) {
      String part = reason.substring(from, from + LONGEST_QUOTE);
      if (text.contains(part) || bytes.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
