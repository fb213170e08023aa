package dev.kith.ingest.github.webhook;

import dev.kith.ingest.github.mapping.Mapping;
import java.util.concurrent.CompletableFuture;

/**
 * A mapped payload that waits to be committed.
 *
 * @param mapping of the payload
 * @param committed done once it is in Kafka
 */
record WebhookDelivery(Mapping mapping, CompletableFuture<Boolean> committed) {
  WebhookDelivery(Mapping mapping) {
    this(mapping, new CompletableFuture<>());
  }
}
