package dev.kith.ingest.feed.document;

import com.rometools.rome.io.impl.DateParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;

/** Times of feeds: ISO 8601, RFC 822, and what ROME reads besides. */
final class FeedTime {
  private FeedTime() {}

  static Optional<Instant> parse(String written) {
    String text = written.strip();
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException other) {
      return Optional.ofNullable(DateParser.parseDate(text, Locale.ENGLISH)).map(Date::toInstant);
    }
  }
}
