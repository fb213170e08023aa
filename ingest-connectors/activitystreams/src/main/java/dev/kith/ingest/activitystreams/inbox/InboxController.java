package dev.kith.ingest.activitystreams.inbox;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way in for any program in any language. */
@Controller("/inbox")
@ExecuteOn(TaskExecutors.BLOCKING)
final class InboxController {
  private static final String BEARER = "Bearer ";
  private static final byte[] NOTHING = new byte[0];

  private final Inboxes inboxes;

  InboxController(Inboxes inboxes) {
    this.inboxes = inboxes;
  }

  /** Takes documents in; answers once they are kept. */
  @Post("/{source}")
  @Consumes({
    "application/activity+json",
    "application/ld+json",
    "application/json",
    "application/x-ndjson",
    "application/ndjson"
  })
  @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_JSON_PROBLEM})
  HttpResponse<String> post(HttpRequest<?> request, String source, @Body byte @Nullable [] body)
      throws InterruptedException {
    Optional<Inbox> inbox = inboxes.named(source);
    if (inbox.isEmpty()) {
      return InboxResponses.notFound();
    }
    if (!inbox.get().isAuthorized(tokenOf(request))) {
      return InboxResponses.unauthorized();
    }
    return InboxResponses.to(inbox.get().receive(body == null ? NOTHING : body, isBatch(request)));
  }

  private static String tokenOf(HttpRequest<?> request) {
    String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? authorization.substring(BEARER.length()).strip()
        : "";
  }

  private static boolean isBatch(HttpRequest<?> request) {
    return request.getContentType().map(type -> type.getName().endsWith("ndjson")).orElse(false);
  }
}
