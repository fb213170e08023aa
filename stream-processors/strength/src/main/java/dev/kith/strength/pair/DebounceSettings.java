package dev.kith.strength.pair;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How often changes of a pair are forwarded.
 *
 * @param interval the first change of a pair is forwarded at once, further changes within the
 *     interval together at its end
 * @param maxInterval the longest interval while the step is behind
 */
@ConfigurationProperties("kith.strength.debounce")
public record DebounceSettings(
    @Bindable(defaultValue = "500ms") Duration interval,
    @Bindable(defaultValue = "10s") Duration maxInterval) {
  private static final Duration TICK = Duration.ofMillis(100);

  /** Refuses intervals that are not above 0 or are longer than a minute. */
  public DebounceSettings {
    check("interval", interval, Duration.ofMillis(1));
    check("max-interval", maxInterval, interval);
  }

  /** How often to look for pairs to forward. */
  Duration tick() {
    return interval.compareTo(TICK) > 0 ? TICK : interval;
  }

  private static void check(String key, Duration value, Duration least) {
    if (value.compareTo(least) < 0 || value.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          "expected kith.strength.debounce.%s between %s and 1m, found %s"
              .formatted(key, least, value));
    }
  }
}
