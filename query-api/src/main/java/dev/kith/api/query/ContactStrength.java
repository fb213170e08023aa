package dev.kith.api.query;

/**
 * How close a contact is to the viewer.
 *
 * @param person the other person
 * @param sum S at the moment of the request
 */
public record ContactStrength(String person, double sum) {}
