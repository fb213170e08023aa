package dev.kith.schemas.strength;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import java.util.ArrayList;
import java.util.List;

/** Histories of two people, as buckets. */
final class TestBuckets {
  /** A day in 2026. */
  static final int TODAY = 20_600;

  private TestBuckets() {}

  static Bucket mail(int day, Direction direction) {
    return new Bucket(day, direction, "mail", "to", 0, 1);
  }

  static Bucket mail(int day, Direction direction, int recipientClass, int count) {
    return new Bucket(day, direction, "mail", "to", recipientClass, count);
  }

  /** A hundred years of contact both ways every so many days, the last so many days ago. */
  static List<Bucket> both(int everyDays, int lastDaysAgo) {
    List<Bucket> buckets = new ArrayList<>();
    for (int day = TODAY - lastDaysAgo; day > TODAY - 36_500; day -= everyDays) {
      buckets.add(mail(day, Direction.A_TO_B));
      buckets.add(mail(day, Direction.B_TO_A));
    }
    return buckets;
  }
}
