package dev.kith.ingest.calendar;

import dev.kith.schemas.Visibility;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings of Ann's calendar, ten days ahead. */
final class TestSettings {
  private TestSettings() {}

  static CalendarSettings of(
      @Nullable Path location,
      @Nullable URI url,
      @Nullable String username,
      @Nullable String password) {
    return new CalendarSettings(
        "agenda",
        location,
        url,
        username,
        password,
        null,
        null,
        "ann@example.org",
        "Europe/Paris",
        Duration.ofDays(3_650),
        Duration.ofDays(10),
        1_000,
        Visibility.PRIVATE,
        null);
  }
}
