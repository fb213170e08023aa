package dev.kith.strength.activity;

/**
 * What is stored of a reply, beside the activity that it replies to.
 *
 * @param activity the reply
 * @param contribution what it added to the counts; depends on the author of the other activity
 */
public record StoredReply(DirectedActivity activity, Contribution contribution) {}
