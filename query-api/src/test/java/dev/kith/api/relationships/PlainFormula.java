package dev.kith.api.relationships;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Strength and trend as the README has them, in the plainest way: every contact is gone through
 * anew. Shares no code and no figure with what it is held against.
 */
final class PlainFormula {
  private static final Map<Double, Double> WEIGHT_BY_HALF_LIFE =
      Map.of(7.0, 0.6, 50.0, 0.4, 730.0, 0.002);
  private static final Set<String> LASTING = Set.of("committed", "reviewed");
  private static final Map<String, Double> WORTH =
      Map.of("to", 1.0, "reply", 1.0, "cc", 0.7, "committed", 1.1, "like", 0.3);
  private static final double GAMMA = 0.1;

  private PlainFormula() {}

  static double sum(List<Bucket> contacts, double atDays) {
    return WEIGHT_BY_HALF_LIFE.entrySet().stream()
            .mapToDouble(each -> each.getValue() * fading(contacts, each.getKey(), atDays))
            .sum()
        + 0.16 * fading(lasting(contacts), 240, atDays);
  }

  private static List<Bucket> lasting(List<Bucket> contacts) {
    return contacts.stream().filter(contact -> LASTING.contains(contact.getKind())).toList();
  }

  static double strength(List<Bucket> contacts, double atDays) {
    double full =
        WEIGHT_BY_HALF_LIFE.entrySet().stream()
            .mapToDouble(each -> each.getValue() * 2 * everyDay(each.getKey()))
            .sum();
    return 100 * Math.min(1, Math.log(1 + sum(contacts, atDays)) / Math.log(1 + full));
  }

  static String trend(List<Bucket> contacts, double atDays) {
    double recent = fading(contacts, 50, atDays) / everyDay(50);
    double usual = fading(contacts, 730, atDays) / everyDay(730);
    double octaves = Math.log(recent / usual) / Math.log(2);
    return octaves >= 1 ? "warming" : octaves <= -1.25 ? "cooling" : "steady";
  }

  /** A_h: on each day, for each direction, the best contact. */
  private static double fading(List<Bucket> contacts, double halfLife, double atDays) {
    Map<Integer, Double> fromA = new HashMap<>();
    Map<Integer, Double> fromB = new HashMap<>();
    for (Bucket contact : contacts) {
      if (contact.getDay() <= atDays) {
        double worth =
            WORTH.getOrDefault(contact.getKind(), Double.NaN)
                * Math.pow(Math.pow(2, contact.getRecipients()), -GAMMA);
        (contact.getDirection() == Direction.A_TO_B ? fromA : fromB)
            .merge(contact.getDay(), worth, Math::max);
      }
    }
    return fading(fromA, halfLife, atDays) + fading(fromB, halfLife, atDays);
  }

  private static double fading(Map<Integer, Double> days, double halfLife, double atDays) {
    return days.entrySet().stream()
        .mapToDouble(day -> day.getValue() * Math.pow(0.5, (atDays - day.getKey()) / halfLife))
        .sum();
  }

  private static double everyDay(double halfLife) {
    double sum = 0;
    for (int day = 0; day < 60 * halfLife; day++) {
      sum += Math.pow(0.5, day / halfLife);
    }
    return sum;
  }
}
