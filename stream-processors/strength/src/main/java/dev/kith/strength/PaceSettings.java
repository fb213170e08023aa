package dev.kith.strength;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How often a busy relationship is published.
 *
 * @param beat the first change of a pair is passed on at once, what follows within a beat together
 *     at its end
 */
@ConfigurationProperties("kith.strength.pace")
public record PaceSettings(@Bindable(defaultValue = "500ms") Duration beat) {
  /** Refuses a beat that would never come, or come too late to be of use. */
  public PaceSettings {
    if (beat.toMillis() < 1 || beat.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          "expected kith.strength.pace.beat between 1ms and 1m, found " + beat);
    }
  }
}
