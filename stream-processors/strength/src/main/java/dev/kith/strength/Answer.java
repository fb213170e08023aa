package dev.kith.strength;

/**
 * What is kept of an activity: what it did, and what has been counted for it.
 *
 * @param deed what it did
 * @param contribution what it added to the counts; goes with the deed and the author it answers
 */
record Entry(Deed deed, Contribution contribution) {}
