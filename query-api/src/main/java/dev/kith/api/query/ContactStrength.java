package dev.kith.api.query;

/**
 * How close somebody is to the viewer.
 *
 * @param person the other person
 * @param sum S at the moment of the question
 */
public record ContactStrength(String person, double sum) {}
