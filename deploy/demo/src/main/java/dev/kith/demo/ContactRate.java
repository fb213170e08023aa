package dev.kith.demo;

/** How many exchanges two people have per week, and how that changes over the two years. */
enum ContactRate {
  CLOSE(1.4, 1.4, 1.4),
  STEADY(0.4, 0.4, 0.4),
  OCCASIONAL(0.12, 0.12, 0.12),
  /** Rare contact at first, and more and more in the last months. */
  WARMING(0.05, 0.2, 3.5),
  /** Frequent contact at first, and less and less in the last months. */
  COOLING(1.2, 1.2, 0.1),
  /** No contact for more than a year. */
  LOST(1.2, 0, 0);

  private static final double MIDDLE = 0.45;
  private static final double LATE = 0.8;

  /** From this moment on the rate is constant, so that the trend is clear on any day. */
  private static final double VERY_LATE = 0.93;

  private final double early;
  private final double middle;
  private final double late;

  ContactRate(double early, double middle, double late) {
    this.early = early;
    this.middle = middle;
    this.late = late;
  }

  /**
   * Returns the number of exchanges per week.
   *
   * @param moment fraction of the period that has passed, from 0 to 1
   */
  double weekly(double moment) {
    if (moment < MIDDLE) {
      return early;
    }
    if (moment < LATE) {
      return middle;
    }
    double progress = Math.min(1, (moment - LATE) / (VERY_LATE - LATE));
    return middle + (late - middle) * progress;
  }
}
