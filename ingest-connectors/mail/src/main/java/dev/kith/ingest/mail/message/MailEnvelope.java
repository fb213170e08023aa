package dev.kith.ingest.mail.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a message beside its own words: from its From_ line or from the server.
 *
 * @param sender as the envelope names it, not yet an address, or null
 * @param at when it was delivered, or null
 */
public record MailEnvelope(@Nullable String sender, @Nullable Instant at) {
  public static final MailEnvelope NONE = new MailEnvelope(null, null);
}
