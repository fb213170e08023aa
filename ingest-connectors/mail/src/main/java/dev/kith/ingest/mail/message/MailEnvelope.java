package dev.kith.ingest.mail.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the From_ line or the server says about a message.
 *
 * @param sender as the envelope names it, not yet an address, or null
 * @param at when it was delivered, or null
 */
public record MailEnvelope(@Nullable String sender, @Nullable Instant at) {
  public static final MailEnvelope NONE = new MailEnvelope(null, null);
}
