package dev.kith.api.topics;

/**
 * A topic or phrase that distinguishes some activities from all others.
 *
 * @param topic its name, without case and accents
 * @param written its most frequent spelling
 * @param activities number of the activities about it
 * @param significance how much more frequent it is in them than in all activities; 0 if it is not
 */
public record SignificantTopic(
    String topic, String written, long activities, double significance) {}
