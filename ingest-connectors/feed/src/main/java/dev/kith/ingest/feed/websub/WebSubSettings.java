package dev.kith.ingest.feed.websub;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How hubs reach this service.
 *
 * @param publicAddress under which a hub reaches it, such as {@code https://kith.example.org};
 *     without it, there are no subscriptions
 */
@ConfigurationProperties("kith.websub")
public record WebSubSettings(@Nullable URI publicAddress) {

  /** Refuses an address that no hub can use. */
  public WebSubSettings {
    if (publicAddress != null
        && (publicAddress.getHost() == null
            || !String.valueOf(publicAddress.getScheme()).matches("(?i)https?"))) {
      throw new IllegalArgumentException(
          "kith.websub.public-address: expected an address such as https://kith.example.org,"
              + " found another");
    }
  }
}
