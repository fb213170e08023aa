package dev.kith.ingest.activitystreams.inbox;

import dev.kith.ingest.activitystreams.activity.ParseOutcome;

/**
 * What became of one document of a request.
 *
 * @param place where it stood
 * @param reading what became of it
 */
record DocumentResult(String place, ParseOutcome reading) {}
