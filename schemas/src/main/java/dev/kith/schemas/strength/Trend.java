package dev.kith.schemas.strength;

/** Where a relationship is going: recent contact held against what is usual for the two. */
public enum Trend {
  /** Clearly more contact than usual. */
  WARMING,
  /** About as much contact as usual. */
  STEADY,
  /** Clearly less contact than usual: losing touch. */
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
     * Wide enough that somebody met once a month is steady on every day of the month: with a short
     * half-life of a week, recent contact swings by four octaves between two meetings.
     */
    public static final Bounds STANDARD = new Bounds(2, -3);

    /** Refuses bounds without room for a steady relationship between them. */
    public Bounds {
      if (!(warming > 0 && cooling < 0)) {
        throw new IllegalArgumentException(
            "expected trend bounds warming > 0 > cooling, found " + warming + " and " + cooling);
      }
    }

    Trend of(double octaves) {
      if (octaves >= warming) {
        return WARMING;
      }
      return octaves <= cooling ? COOLING : STEADY;
    }
  }
}
