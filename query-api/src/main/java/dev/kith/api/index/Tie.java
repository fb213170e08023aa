package dev.kith.api.index;

/**
 * How close somebody is to the asker.
 *
 * @param person the other person
 * @param sum S at the moment of the question
 */
public record Tie(String person, double sum) {}
