package dev.kith.strength;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How often a busy relationship is published.
 *
 * @param beat the first change of a pair is passed on at once, what follows within a beat together
 *     at its end
 * @param catchUp how long changes are gathered at most while the step is behind
 */
@ConfigurationProperties("kith.strength.pace")
public record PaceSettings(
    @Bindable(defaultValue = "500ms") Duration beat,
    @Bindable(defaultValue = "10s") Duration catchUp) {
  private static final Duration TICK = Duration.ofMillis(100);

  /** Refuses a beat that would never come, or come too late to be of use. */
  public PaceSettings {
    check("beat", beat, Duration.ofMillis(1));
    check("catch-up", catchUp, beat);
  }

  /** How often to look for what is due. */
  Duration tick() {
    return beat.compareTo(TICK) > 0 ? TICK : beat;
  }

  private static void check(String key, Duration value, Duration least) {
    if (value.compareTo(least) < 0 || value.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          "expected kith.strength.pace.%s between %s and 1m, found %s"
              .formatted(key, least, value));
    }
  }
}
