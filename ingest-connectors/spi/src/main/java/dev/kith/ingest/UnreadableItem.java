package dev.kith.ingest;

/**
 * An item the connector could not parse: it is set aside for a person to look at, and reading
 * continues.
 *
 * @param original the item as received, at most {@link Original#LIMIT} bytes of it
 * @param originalType media type, such as {@code message/rfc822}
 * @param reason what was expected, what was found, and where
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
public record UnreadableItem(byte[] original, String originalType, String reason) {}
