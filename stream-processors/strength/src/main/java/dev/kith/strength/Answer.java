package dev.kith.strength;

/**
 * What is kept of an answer, beside what it answers: what it did, and what has been counted for it.
 *
 * @param deed what it did
 * @param contribution what it added to the counts; goes with the deed and the author it answers
 */
record Answer(Deed deed, Contribution contribution) {}
