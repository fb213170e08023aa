package dev.kith.ingest.activitystreams;

/**
 * What became of one document of a request.
 *
 * @param place where it stood
 * @param reading what became of it
 */
record Outcome(String place, Reading reading) {}
