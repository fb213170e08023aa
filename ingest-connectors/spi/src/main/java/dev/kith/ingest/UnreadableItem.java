package dev.kith.ingest;

/**
 * An item the connector could not make sense of: kept for a person to look at, never a reason to
 * stop.
 *
 * @param original the item as received, at most {@link Original#LIMIT} bytes of it
 * @param originalType media type, such as {@code message/rfc822}
 * @param reason what was expected, what was found, and where
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
public record UnreadableItem(byte[] original, String originalType, String reason) {}
