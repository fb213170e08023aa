package dev.kith.api.topics;

/**
 * A topic or phrase that tells some activities from all others.
 *
 * @param topic its name, without case and accents
 * @param written as it is written most often
 * @param activities how many of them are about it
 * @param significance how much more they are about it than all activities are; 0 if not more
 */
public record SignificantTopic(
    String topic, String written, long activities, double significance) {}
