package dev.kith.ingest.http;

/**
 * One event of a stream (HTML standard, section 9.2).
 *
 * @param id the last one that the stream stated, for {@code Last-Event-ID}; empty if none was
 * @param type of the event; {@code message} if it states none
 * @param data its lines, joined by LF
 */
public record ServerSentEvent(String id, String type, String data) {}
