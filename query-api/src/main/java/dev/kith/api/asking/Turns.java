package dev.kith.api.asking;

/**
 * Questions are answered a few at once and in the order in which they came. Processors that go from
 * one to the other answer none of many sooner, and the long ones much later.
 */
public final class Turns {
  /** The executor on which questions are answered. */
  public static final String QUESTIONS = "kith-questions";

  private Turns() {}
}
