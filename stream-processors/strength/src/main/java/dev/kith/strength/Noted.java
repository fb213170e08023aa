package dev.kith.strength;

import org.jspecify.annotations.Nullable;

/** What follows from a record about an activity. */
sealed interface Noted {
  /**
   * For the task that knows the activity that is answered.
   *
   * @param id of the answer
   * @param deed of the answer; null if it does not answer any more
   */
  record Reply(String id, @Nullable Deed deed) implements Noted {}

  /**
   * For the task of the smaller account of a pair.
   *
   * @param b the greater account
   * @param counts what to add
   */
  record Change(String b, Counts counts) implements Noted {}
}
