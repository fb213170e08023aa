package dev.kith.ingest.calendar;

import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.Secret;
import dev.kith.schemas.Visibility;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One source of calendars: files, or the calendars of a user on a CalDAV server.
 *
 * @param name of the source
 * @param location iCalendar file, or folder of such files
 * @param url address of the server, of the user or of one calendar, if there is no location
 * @param username of the user
 * @param password of the user; better in a file
 * @param passwordFile file that holds the password and nothing else
 * @param calendars names of the calendars to read; all if none is named
 * @param owner mail address of whom events without organiser belong to; by default the first
 *     address of {@code kith.api.as}
 * @param timeZone of dates, and of times without a zone; that of the machine if it is not set
 * @param windowPast how far back a recurring event is expanded
 * @param windowFuture how far ahead a recurring event is expanded
 * @param maxInstances largest number of instances of one event in this window
 * @param visibility of events that are not private
 * @param state folder of the index of published meetings
 */
@EachProperty("kith.sources.calendar")
public record CalendarSettings(
    @Parameter String name,
    @Nullable Path location,
    @Nullable URI url,
    @Nullable String username,
    @Nullable String password,
    @Nullable Path passwordFile,
    @Nullable List<String> calendars,
    @Nullable String owner,
    @Nullable String timeZone,
    @Bindable(defaultValue = "3650d") Duration windowPast,
    @Bindable(defaultValue = "90d") Duration windowFuture,
    @Bindable(defaultValue = "1000") int maxInstances,
    @Bindable(defaultValue = "PRIVATE") Visibility visibility,
    @Nullable Path state) {
  private static final String PREFIX = "kith.sources.calendar.";

  /** Refuses a source with two places, with none, or with values that mean nothing. */
  public CalendarSettings {
    if ((location == null) == (url == null)) {
      throw wrong(name, "location: expected either it or url, found none or both");
    }
    if (url != null && !("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
      throw wrong(name, "url: expected an address such as https://dav.example.org, found another");
    }
    boolean hasPassword = (password == null) != (passwordFile == null);
    if (username == null ? password != null || passwordFile != null : !hasPassword) {
      throw wrong(
          name,
          "password-file: expected it or password together with username, found other settings");
    }
    if (owner != null && !owner.matches("[^\\s@]+@[^\\s@]+")) {
      throw wrong(name, "owner: expected a mail address, found none");
    }
    if (windowPast.isNegative() || windowFuture.isNegative() || maxInstances < 1) {
      throw wrong(name, "window-past, window-future, max-instances: expected positive values");
    }
    zone(name, timeZone);
  }

  /** The zone of times without one. */
  ZoneId zone() {
    return zone(name, timeZone);
  }

  private static ZoneId zone(String name, @Nullable String timeZone) {
    try {
      return timeZone == null ? ZoneId.systemDefault() : ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      throw wrong(name, "time-zone: expected a zone such as Europe/Paris, found none of that name");
    }
  }

  CalendarSettings ownedBy(@Nullable String address) {
    return new CalendarSettings(
        name,
        location,
        url,
        username,
        password,
        passwordFile,
        calendars,
        address,
        timeZone,
        windowPast,
        windowFuture,
        maxInstances,
        visibility,
        state);
  }

  /** Names of the calendars to read; empty for all. */
  List<String> names() {
    return calendars == null ? List.of() : calendars;
  }

  /** The credential of the user; null for a server without users. */
  @Nullable Credential credential() {
    return url == null || username == null
        ? null
        : Credential.basic(
            url, username, Secret.of(PREFIX + name + ".password", password, passwordFile));
  }

  private static IllegalArgumentException wrong(String source, String problem) {
    return new IllegalArgumentException(PREFIX + source + "." + problem);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "CalendarSettings[" + name + "]";
  }
}
