package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.activitystreams.activity.DocumentOrigin;
import dev.kith.ingest.activitystreams.activity.DocumentParser;
import dev.kith.ingest.activitystreams.activity.ParseOutcome;
import dev.kith.ingest.activitystreams.change.ChangeResolver;
import dev.kith.ingest.activitystreams.change.ChangeStore;
import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Documents of a made-up town, read as one source would. Single quotes stand for double ones. */
public final class TestDocuments {
  static final Instant ARRIVAL = Instant.parse("2026-05-05T05:05:05Z");
  static final DocumentParser DOCUMENTS =
      new DocumentParser(new DocumentOrigin("town", "fediverse", Visibility.PRIVATE));

  private TestDocuments() {}

  /** Decides about changes with nothing remembered but that the sources were read. */
  public static ChangeResolver changes() {
    var changes = new ChangeResolver(ChangeStore.temporary());
    changes.open();
    List.of("town", "notes").forEach(changes::markRead);
    return changes;
  }

  public static byte[] bytes(String document) {
    return document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  public static ParseOutcome.Parsed understood(String document) {
    return understood(DOCUMENTS.read(bytes(document)));
  }

  static ParseOutcome.Parsed arrived(String document) {
    return understood(DOCUMENTS.read(bytes(document), ARRIVAL, UnaryOperator.identity()));
  }

  /** What becomes of a document that arrives, after a check. */
  public static List<ParseOutcome> arrived(
      String document, UnaryOperator<ActivityStreamsObject> check) {
    return DOCUMENTS.read(bytes(document), ARRIVAL, check);
  }

  private static ParseOutcome.Parsed understood(List<ParseOutcome> readings) {
    assertThat(readings).hasSize(1);
    return switch (readings.getFirst()) {
      case ParseOutcome.Parsed understood -> understood;
      case ParseOutcome.Unparsable not -> throw new AssertionError(not.reason());
    };
  }

  static Activity activity(String document) {
    var activities = changes().resolve(understood(document), TestDocuments::refused);
    assertThat(activities).hasSize(1);
    return activities.getFirst();
  }

  private static void refused(Activity change, String reason) {
    throw new AssertionError(reason);
  }

  static Profile profile(String document) {
    var read = understood(document);
    assertThat(read.activities()).isEmpty();
    assertThat(read.profiles()).hasSize(1);
    return read.profiles().getFirst();
  }

  static String reason(String document) {
    var readings = DOCUMENTS.read(bytes(document));
    assertThat(readings).hasSize(1);
    return switch (readings.getFirst()) {
      case ParseOutcome.Parsed understood ->
          throw new AssertionError("was understood: " + understood);
      case ParseOutcome.Unparsable not -> not.reason();
    };
  }

  static Map<String, String> towards(Activity activity) {
    return activity.getTowards().stream()
        .collect(Collectors.toMap(Towards::getAccount, Towards::getKind));
  }

  static Profile profileOf(String account, ParseOutcome.Parsed read) {
    return read.profiles().stream()
        .filter(profile -> profile.getAccount().equals(account))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no profile of " + account));
  }
}
