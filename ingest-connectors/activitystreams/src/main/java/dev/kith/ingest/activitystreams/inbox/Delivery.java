package dev.kith.ingest.activitystreams.inbox;

import dev.kith.ingest.activitystreams.activity.ParseOutcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Documents somebody handed over together.
 *
 * @param readings what became of them
 * @param place where they stood, for the reason if one was not understood
 * @param bytes how much memory they count for
 * @param committed done once they are safely kept; cancelled if they never will be
 */
record Delivery(
    List<ParseOutcome> readings, String place, int bytes, CompletableFuture<Boolean> committed) {
  Delivery(List<ParseOutcome> readings, String place, int bytes) {
    this(readings, place, bytes, new CompletableFuture<>());
  }
}
