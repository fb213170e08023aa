package dev.kith.ingest.github.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The endpoint of webhooks of GitHub, Forgejo and Gitea. */
@Controller("/webhooks/github")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WebhookController {
  private static final byte[] NOTHING = new byte[0];

  private final Webhooks webhooks;

  WebhookController(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /** Receives a payload; responds once it is stored. */
  @Post("/{source}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_JSON_PROBLEM})
  HttpResponse<String> post(HttpRequest<?> request, String source, @Body byte @Nullable [] body)
      throws InterruptedException {
    Optional<Webhook> webhook = webhooks.named(source);
    if (webhook.isEmpty()) {
      return problem(HttpStatus.NOT_FOUND, "no source of this name has a webhook");
    }
    return response(
        webhook
            .get()
            .receive(
                body == null ? NOTHING : body,
                header(request, "X-GitHub-Event"),
                header(request, "X-Hub-Signature-256"),
                request.getHeaders().contains("X-Gitea-Event")));
  }

  private static String header(HttpRequest<?> request, String name) {
    return Optional.ofNullable(request.getHeaders().get(name)).orElse("");
  }

  private static HttpResponse<String> response(Webhook.Result result) {
    return switch (result) {
      case Webhook.Result.Stored stored ->
          accepted(answer().put("activities", stored.activities()));
      case Webhook.Result.Ignored ignored -> accepted(answer().put("ignored", ignored.reason()));
      case Webhook.Result.Unreadable unreadable ->
          problem(HttpStatus.BAD_REQUEST, unreadable.reason());
      case Webhook.Result.Forged _ ->
          problem(
              HttpStatus.UNAUTHORIZED,
              "X-Hub-Signature-256: expected a signature by the secret of this webhook");
      case Webhook.Result.Busy _ ->
          problem(
                  HttpStatus.SERVICE_UNAVAILABLE,
                  "it could not be stored in time: deliver it again")
              .header(HttpHeaders.RETRY_AFTER, "60");
    };
  }

  private static ObjectNode answer() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static HttpResponse<String> accepted(ObjectNode answer) {
    return HttpResponse.<String>accepted()
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(answer.toString());
  }

  private static MutableHttpResponse<String> problem(HttpStatus status, String detail) {
    ObjectNode problem =
        answer()
            .put("type", "about:blank")
            .put("title", status.getReason())
            .put("status", status.getCode())
            .put("detail", detail);
    return HttpResponse.<String>status(status)
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
        .body(problem.toString());
  }
}
