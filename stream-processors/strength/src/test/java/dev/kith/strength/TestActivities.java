package dev.kith.strength;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Activities of Ann, Bob, Cat and Dan in March 2026. */
public final class TestActivities {
  public static final String ANN = "email:ann@example.org";
  public static final String BOB = "email:bob@example.org";
  public static final String CAT = "email:cat@example.org";
  public static final String DAN = "email:dan@example.org";
  public static final int DAY = 20_513;
  private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");

  private TestActivities() {}

  /** A mail on 1 March, to each of {@code to} in this order. */
  public static Activity.Builder mail(String id, String from, String... to) {
    List<Towards> towards = new ArrayList<>();
    for (String each : to) {
      towards.add(new Towards(each, "to"));
    }
    return Activity.newBuilder()
        .setId(id)
        .setNetwork("mail")
        .setSource("inbox")
        .setKind("mail")
        .setAt(MORNING)
        .setActor(from)
        .setTowards(towards);
  }

  public static Activity reply(String id, String from, String parent, String... to) {
    return mail(id, from, to).setInReplyTo(parent).build();
  }

  public static Activity deletion(String id, String actor) {
    return mail(id, actor).setRevision(9).setDeleted(true).build();
  }
}
