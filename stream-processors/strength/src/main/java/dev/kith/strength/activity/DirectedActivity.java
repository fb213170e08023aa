package dev.kith.strength.activity;

import dev.kith.flow.deadletter.BadRecordException;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import dev.kith.schemas.strength.InteractionWeights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * The part of an activity that concerns others: all that the strength step stores of it.
 *
 * @param fingerprint of its id
 * @param actor account that did it
 * @param day since 1970-01-01, UTC
 * @param network on which it took place
 * @param targets the accounts it names, each once, without the actor
 */
public record DirectedActivity(
    int fingerprint, String actor, int day, String network, List<Target> targets) {
  private static final long DAY = 86_400_000;

  /** Reads an activity; null if it is deleted, automated, or of an unknown actor. */
  static @Nullable DirectedActivity of(Activity activity) {
    if (activity.getDeleted() || activity.getAutomated() || activity.getActor().isEmpty()) {
      return null;
    }
    long day = Math.floorDiv(activity.getAt().toEpochMilli(), DAY);
    return new DirectedActivity(
        Utils.murmur2(activity.getId().getBytes(StandardCharsets.UTF_8)),
        account(activity.getActor()),
        Math.clamp(day, Integer.MIN_VALUE, Integer.MAX_VALUE),
        activity.getNetwork(),
        targets(activity));
  }

  private static List<Target> targets(Activity activity) {
    Map<String, Target> targets = new LinkedHashMap<>();
    for (Towards towards : activity.getTowards()) {
      String account = account(towards.getAccount());
      if (!account.equals(activity.getActor())) {
        targets.putIfAbsent(account, new Target(account, towards.getKind()));
      }
    }
    return List.copyOf(targets.values());
  }

  /** Keys of pairs are separated by a tab, which no account contains. */
  private static String account(String id) {
    if (id.isEmpty() || id.indexOf('\t') >= 0) {
      throw new BadRecordException(
          "expected an account without tab, found " + id.length() + " characters");
    }
    return id;
  }

  /**
   * What it contributes to the counts.
   *
   * @param author of the activity it replies to, if there is one and its author is known
   */
  public Contribution contribution(@Nullable String author) {
    List<Target> all = new ArrayList<>(targets);
    if (author != null && !author.equals(actor)) {
      all.removeIf(target -> target.account().equals(author));
      all.add(new Target(author, Target.REPLY));
    }
    int recipients = all.isEmpty() ? 0 : InteractionWeights.recipientClass(all.size());
    return new Contribution(fingerprint, actor, day, network, recipients, List.copyOf(all));
  }
}
