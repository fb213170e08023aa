package dev.kith.ingest.mail.message;

import dev.kith.ingest.mail.mime.DateParser;
import dev.kith.ingest.mail.mime.HeaderFields;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a mail was written: by its Date if that is plausible, else by Received, else by the
 * envelope.
 *
 * @param at the time
 * @param dated whether the Date field tells it
 */
record SentTime(Instant at, boolean dated) {
  /** How far a clock of a sender may be ahead of the receiver's. */
  static final Duration TOLERANCE = Duration.ofDays(7);

  /** Servers have written Received fields since RFC 821. */
  private static final Instant FIRST_RECEIVED = Instant.parse("1982-01-01T00:00:00Z");

  static Optional<SentTime> of(HeaderFields fields, MailEnvelope envelope, InstantSource clock) {
    List<String> received = fields.all("received");
    Instant latest = latest(received, clock.instant());
    Instant earliest = received.isEmpty() ? Instant.MIN : FIRST_RECEIVED;
    return DateParser.parse(fields.raw("date").orElse(null))
        .filter(at -> !at.isAfter(latest) && at.isAfter(earliest))
        .map(at -> new SentTime(at, true))
        .or(() -> standIn(fields, envelope, latest));
  }

  /** The latest plausible time: the first Received field is written by the reader's own server. */
  private static Instant latest(List<String> received, Instant now) {
    Instant read = now.plus(TOLERANCE);
    return moments(received)
        .filter(at -> !at.isAfter(read))
        .findFirst()
        .map(at -> at.plus(TOLERANCE))
        .orElse(read);
  }

  private static Optional<SentTime> standIn(
      HeaderFields fields, MailEnvelope envelope, Instant latest) {
    return moments(fields.all("received").reversed())
        .filter(at -> !at.isAfter(latest))
        .findFirst()
        .or(() -> DateParser.parse(fields.raw("delivery-date").orElse(null)))
        .or(() -> Optional.ofNullable(envelope.at()))
        .map(at -> new SentTime(at, false));
  }

  /** The times in Received fields, which follow the last semicolon. */
  private static Stream<Instant> moments(List<String> received) {
    return received.stream()
        .map(DateParser::withoutComments)
        .flatMap(line -> DateParser.parse(line.substring(line.lastIndexOf(';') + 1)).stream());
  }
}
