package dev.kith.api.relationships;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Strength and trend as in the README, without optimisation: each value is computed from all
 * contacts. It shares no code and no figures with the code under test.
 */
final class PlainFormula {
  private static final Map<Double, Double> WEIGHT_BY_HALF_LIFE =
      Map.of(7.0, 0.6, 50.0, 0.4, 730.0, 0.002);
  private static final Set<String> LASTING = Set.of("committed", "reviewed");
  private static final Map<String, Double> WORTH =
      Map.of("to", 1.0, "reply", 1.0, "cc", 0.7, "committed", 1.1, "like", 0.3);
  private static final double GAMMA = 0.1;
  private static final Map<Double, Double> EVERY_DAY = new ConcurrentHashMap<>();

  private PlainFormula() {}

  static double sum(List<Bucket> contacts, double atDays) {
    return factor(until(contacts, atDays)) * plainSum(contacts, atDays);
  }

  private static List<Bucket> until(List<Bucket> contacts, double atDays) {
    return contacts.stream().filter(contact -> contact.getDay() <= atDays).toList();
  }

  /** A single unanswered message counts a fifth; more than twelve count as twelve. */
  private static double factor(List<Bucket> contacts) {
    if (!isOneSided(contacts)) {
      return 1;
    }
    int messages = contacts.stream().mapToInt(Bucket::getCount).sum();
    return messages == 1 ? 0.2 : messages <= 12 ? 1 : 12.0 / messages;
  }

  private static boolean isOneSided(List<Bucket> contacts) {
    return contacts.stream().map(Bucket::getDirection).distinct().count() < 2
        && contacts.stream()
            .noneMatch(
                contact ->
                    LASTING.contains(contact.getKind()) || contact.getKind().equals("reply"));
  }

  private static double plainSum(List<Bucket> contacts, double atDays) {
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
    List<Bucket> until = until(contacts, atDays);
    int today = (int) Math.floor(atDays);
    boolean cooling = isSilent(contacts, atDays);
    for (int day = last(until); day <= today; day++) {
      cooling |= octaves(until, day) <= -0.5;
    }
    boolean warming = !isOneSided(until) && octaves(until, today) >= 1;
    return cooling ? "cooling" : warming ? "warming" : "steady";
  }

  /**
   * Compares rates per day, with one contact a month added to both sides; the usual rate is over
   * the time since the first contact.
   */
  private static double octaves(List<Bucket> contacts, int day) {
    int first = contacts.stream().mapToInt(Bucket::getDay).min().orElseThrow();
    double known = 1 - Math.pow(0.5, Math.max(730, day - first) / 730.0);
    double factor = factor(contacts);
    double recent = factor * fading(contacts, 50, day) / everyDay(50);
    double usual = factor * fading(contacts, 730, day) / (everyDay(730) * known);
    return Math.log((recent + 1 / 30.0) / (usual + 1 / 30.0)) / Math.log(2);
  }

  /**
   * Longer than two weeks, than three usual gaps, and than twice the 90th percentile of the gaps.
   */
  static boolean isSilent(List<Bucket> contacts, double atDays) {
    List<Bucket> until = until(contacts, atDays);
    List<Integer> days = until.stream().map(Bucket::getDay).distinct().sorted().toList();
    if (isOneSided(until) || days.size() < 5 || days.getLast() - days.getFirst() < 60) {
      return false;
    }
    List<Integer> gaps = new ArrayList<>();
    for (int i = 1; i < days.size(); i++) {
      gaps.add(days.get(i) - days.get(i - 1));
    }
    Collections.sort(gaps);
    int silence = (int) Math.floor(atDays) - days.getLast();
    int tenth = gaps.size() / 10;
    return silence > 14
        && silence > 3 * gaps.get((gaps.size() - 1) / 2)
        && silence > 2 * gaps.get(gaps.size() - 1 - tenth);
  }

  private static int last(List<Bucket> contacts) {
    return contacts.stream().mapToInt(Bucket::getDay).max().orElseThrow();
  }

  /** A_h: for each day and direction, the contact of the highest weight. */
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
    return EVERY_DAY.computeIfAbsent(halfLife, PlainFormula::dayByDay);
  }

  private static double dayByDay(double halfLife) {
    double sum = 0;
    for (int day = 0; day < 60 * halfLife; day++) {
      sum += Math.pow(0.5, day / halfLife);
    }
    return sum;
  }
}
