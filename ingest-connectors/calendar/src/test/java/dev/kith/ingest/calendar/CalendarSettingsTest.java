package dev.kith.ingest.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarSettingsTest {
  private static CalendarSettings settings(Map<String, Object> keys) {
    Map<String, Object> properties = new HashMap<>();
    keys.forEach((key, value) -> properties.put("kith.sources.calendar.agenda." + key, value));
    try (var context = ApplicationContext.run(properties)) {
      return context.getBean(CalendarSettings.class);
    }
  }

  @Test
  void needsOnlyALocation() {
    CalendarSettings settings = settings(Map.of("location", "/var/agenda.ics"));

    assertThat(settings.name()).isEqualTo("agenda");
    assertThat(settings.location()).isEqualTo(Path.of("/var/agenda.ics"));
    assertThat(settings.windowPast()).isEqualTo(Duration.ofDays(3_650));
    assertThat(settings.windowFuture()).isEqualTo(Duration.ofDays(90));
    assertThat(settings.maxInstances()).isEqualTo(1_000);
    assertThat(settings.credential()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "url, https://dav.example.org, location",
    "owner, Ann, owner",
    "time-zone, Europe/Lake, time-zone",
    "max-instances, 0, max-instances",
    "username, ann, password-file",
    "password, secret, password-file"
  })
  void aWrongValueIsRefusedWithItsKey(String key, String value, String named) {
    assertThatThrownBy(() -> settings(Map.of("location", "/var/agenda.ics", key, value)))
        .hasStackTraceContaining("kith.sources.calendar.agenda")
        .hasStackTraceContaining(named);
  }

  @Test
  void thePasswordIsHidden() {
    CalendarSettings settings =
        settings(Map.of("url", "https://dav.example.org", "username", "ann", "password", "frogs"));

    assertThat(settings.toString()).isEqualTo("CalendarSettings[agenda]");
    assertThat(String.valueOf(settings.credential())).doesNotContain("frogs");
  }
}
