package dev.kith.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the API: the default viewer, access and limits.
 *
 * @param as the default viewer, for searches that name none: person ids, accounts, mail addresses,
 *     or a domain; separated by commas
 * @param token what callers must send as {@code Authorization: Bearer …}, at least 16 characters;
 *     without it the service answers on the loopback interface only
 * @param calendarToken token in the address of the feed for calendar programs,
 *     /calendar.ics?token=…, at least 16 characters; without it there is no feed
 * @param maxPageSize most hits per page
 * @param maxConcurrentRequests how many requests are answered at the same time; one more than there
 *     are processors if it is not set
 * @param idleTimeout how long a connection may be silent: between two requests, or within one
 * @param queryTimeout how long Elasticsearch may take to answer one query
 * @param privateActivitiesVisibleTo who sees private activities in which none of their own accounts
 *     took part
 */
@Context // checked at start, not at the first request
@ConfigurationProperties("kith.api")
public record ApiSettings(
    @Nullable String as,
    @Nullable @Size(min = 16, message = "expected at least 16 characters") String token,
    @Nullable @Size(min = 16, message = "expected at least 16 characters") String calendarToken,
    @Bindable(defaultValue = "200") @Min(1) @Max(1000) int maxPageSize,
    @Nullable @Min(1) @Max(1000) Integer maxConcurrentRequests,
    @Bindable(defaultValue = "30s") Duration idleTimeout,
    @Bindable(defaultValue = "10s") Duration queryTimeout,
    @Bindable(defaultValue = "OWNER") PrivateActivityAudience privateActivitiesVisibleTo) {

  /** Refuses timeouts of less than a second. */
  public ApiSettings {
    requireASecond("idle-timeout", idleTimeout);
    requireASecond("query-timeout", queryTimeout);
  }

  private static void requireASecond(String key, Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new ConfigurationException(
          "kith.api.%s: expected at least 1s, found %s".formatted(key, time));
    }
  }

  /** Who sees private activities. */
  public enum PrivateActivityAudience {
    /** The default viewer, who runs the sources, sees everything that they have read. */
    OWNER,
    /** Only the author and the recipients of an activity. */
    PARTICIPANTS
  }

  /** Leaves the tokens out, so that the result may be logged. */
  @Override
  public String toString() {
    return "ApiSettings[as=" + as + ", maxPageSize=" + maxPageSize + "]";
  }
}
