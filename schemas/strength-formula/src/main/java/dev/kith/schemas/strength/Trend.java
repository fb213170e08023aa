package dev.kith.schemas.strength;

/**
 * Where a relationship is going: recent contact held against what has been usual for the two since
 * they know each other, and their silence against the gaps they are used to.
 */
public enum Trend {
  /** Clearly more contact than usual. */
  WARMING,
  /** About as much contact as usual. */
  STEADY,
  /** Clearly less contact than usual, or an unusual silence: losing touch. */
  COOLING;

  /**
   * How far recent contact must lie from the usual before it is called a trend, in octaves: 1 is
   * twice as much, -1 half as much.
   *
   * @param warming at least so much more
   * @param cooling at most so much; negative
   */
  public record Bounds(double warming, double cooling) {
    /**
     * Narrow for the sake of who met often; who meets four times a year is steady on every day of
     * the year all the same, because little contact is drawn towards steady.
     */
    public static final Bounds STANDARD = new Bounds(1, -0.5);

    /** Refuses bounds without room for a steady relationship between them. */
    public Bounds {
      if (!(warming > 0 && cooling < 0)) {
        throw new IllegalArgumentException(
            "expected trend bounds warming > 0 > cooling, found " + warming + " and " + cooling);
      }
    }

    /** The same, of what can become cooler only. */
    Bounds withoutWarming() {
      return new Bounds(Double.POSITIVE_INFINITY, cooling);
    }
  }
}
