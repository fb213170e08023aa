package dev.kith.ingest.feed.websub;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;

/** The endpoint of the hubs of feeds. */
@Controller(WebSubSubscriptions.PATH)
final class WebSubController {
  private static final byte[] NOTHING = new byte[0];

  private final WebSubSubscriptions subscriptions;

  WebSubController(WebSubSubscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  /** Confirms a subscription by the challenge of the hub. */
  @Get("/{source}")
  @Produces(MediaType.TEXT_PLAIN)
  HttpResponse<String> confirm(
      String source,
      @QueryValue("hub.mode") String mode,
      @QueryValue("hub.topic") String topic,
      @QueryValue(value = "hub.challenge", defaultValue = "") String challenge,
      @QueryValue(value = "hub.lease_seconds", defaultValue = "86400") long seconds) {
    return subscriptions
        .named(source)
        .flatMap(subscription -> subscription.confirm(mode, topic, challenge, seconds))
        .map(HttpResponse::ok)
        .orElseGet(HttpResponse::notFound);
  }

  /** Takes a message; the answer does not tell whether its signature is right. */
  @Post("/{source}")
  @Consumes(MediaType.ALL)
  HttpResponse<String> receive(
      String source,
      @Header("X-Hub-Signature") @Nullable String signature,
      @Body byte @Nullable [] body) {
    return subscriptions
        .named(source)
        .map(
            subscription -> {
              subscription.receive(
                  body == null ? NOTHING : body, signature == null ? "" : signature);
              return HttpResponse.<String>accepted();
            })
        .orElseGet(HttpResponse::notFound);
  }
}
