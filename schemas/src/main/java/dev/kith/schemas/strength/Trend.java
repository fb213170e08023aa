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
     * Wide enough that who meets four times a year is steady on every day of the year: with a short
     * half-life of 50 days, recent contact swings by two octaves between two meetings. Who met
     * every week is cooling after ten weeks of silence.
     */
    public static final Bounds STANDARD = new Bounds(1, -1.25);

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
