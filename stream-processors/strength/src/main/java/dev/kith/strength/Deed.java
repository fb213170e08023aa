package dev.kith.strength;

import dev.kith.flow.deadletter.BadRecordException;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import dev.kith.schemas.strength.InteractionWeights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of an activity that touches others: what strength remembers of it.
 *
 * @param actor account that did it
 * @param day when
 * @param network where
 * @param aims whom it names, each once, without the actor
 */
record Deed(String actor, int day, String network, List<Aim> aims) {
  private static final long DAY = 86_400_000;

  /** The deed of an activity; none if it is deleted, a machine's, or nobody knows whose. */
  static @Nullable Deed of(Activity activity) {
    if (activity.getDeleted() || activity.getAutomated() || activity.getActor().isEmpty()) {
      return null;
    }
    long day = Math.floorDiv(activity.getAt().toEpochMilli(), DAY);
    return new Deed(
        account(activity.getActor()),
        Math.clamp(day, Integer.MIN_VALUE, Integer.MAX_VALUE),
        activity.getNetwork(),
        aims(activity));
  }

  private static List<Aim> aims(Activity activity) {
    Map<String, Aim> aims = new LinkedHashMap<>();
    for (Towards towards : activity.getTowards()) {
      String account = account(towards.getAccount());
      if (!account.equals(activity.getActor())) {
        aims.putIfAbsent(account, new Aim(account, towards.getKind()));
      }
    }
    return List.copyOf(aims.values());
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
   * What it contributes.
   *
   * @param author of the activity it answers, if there is one and its author is known
   */
  Contribution contribution(@Nullable String author) {
    List<Aim> all = new ArrayList<>(aims);
    if (author != null && !author.equals(actor)) {
      all.removeIf(aim -> aim.account().equals(author));
      all.add(new Aim(author, Aim.REPLY));
    }
    int recipients = all.isEmpty() ? 0 : InteractionWeights.recipientClass(all.size());
    return new Contribution(actor, day, network, recipients, List.copyOf(all));
  }
}
