package dev.kith.strength.activity;

/**
 * An activity whose time has not come, such as a meeting of next week: what is stored of it then.
 *
 * @param at its time in milliseconds since 1970
 * @param state of the activity once it counts
 * @param activity the part of it that concerns others
 */
public record FutureActivity(long at, ActivityState state, DirectedActivity activity) {}
