package dev.kith.ingest.activitystreams.inbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.activitystreams.activity.ParseOutcome;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;

/** Responses of the inbox: JSON, or problem+json (RFC 9457). */
final class InboxResponses {
  private static final int MAX_PLACES = 1000;
  private static final String RETRY_SECONDS = "5";

  private InboxResponses() {}

  static HttpResponse<String> to(InboxResult receipt) {
    return switch (receipt) {
      case InboxResult.Stored kept -> kept(kept.outcomes());
      case InboxResult.NothingReadable nothing -> unreadable(nothing.outcomes());
      case InboxResult.TooLarge tooLarge ->
          problem(
              HttpStatus.REQUEST_ENTITY_TOO_LARGE,
              "expected at most "
                  + tooLarge.largest()
                  + " bytes in one request: send less at once");
      case InboxResult.Busy _ ->
          problem(
                  HttpStatus.SERVICE_UNAVAILABLE,
                  "it could not be kept in time: post it again, it will not be kept twice")
              .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    };
  }

  static HttpResponse<String> notFound() {
    return problem(HttpStatus.NOT_FOUND, "no source of this name has an inbox");
  }

  static HttpResponse<String> unauthorized(boolean federated) {
    String expected = "expected the inbox's token as Authorization: Bearer";
    return invalid(federated ? expected + ", or the signature of an actor" : expected);
  }

  static HttpResponse<String> invalid(String reason) {
    return problem(HttpStatus.UNAUTHORIZED, reason).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }

  private static HttpResponse<String> kept(List<DocumentResult> outcomes) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode activities = answer.putArray("activities");
    ArrayNode accounts = answer.putArray("accounts");
    for (DocumentResult outcome : outcomes) {
      if (outcome.reading() instanceof ParseOutcome.Parsed understood) {
        understood
            .versions()
            .map(Activity::getId)
            .filter(id -> !id.isEmpty())
            .forEach(activities::add);
        if (understood.versions().findAny().isEmpty()) {
          understood.profiles().stream().map(Profile::getAccount).forEach(accounts::add);
        }
      }
    }
    list(answer, outcomes);
    return HttpResponse.<String>accepted()
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(answer.toString());
  }

  private static HttpResponse<String> unreadable(List<DocumentResult> outcomes) {
    ObjectNode problem = describe(HttpStatus.BAD_REQUEST, "no document in it could be read");
    list(problem, outcomes);
    return respond(HttpStatus.BAD_REQUEST, problem);
  }

  private static void list(ObjectNode answer, List<DocumentResult> outcomes) {
    ArrayNode list = answer.putArray("unreadable");
    for (DocumentResult outcome : outcomes) {
      if (outcome.reading() instanceof ParseOutcome.Unparsable not && list.size() < MAX_PLACES) {
        list.addObject().put("place", outcome.place()).put("reason", not.reason());
      }
    }
  }

  private static MutableHttpResponse<String> problem(HttpStatus status, String detail) {
    return respond(status, describe(status, detail));
  }

  private static ObjectNode describe(HttpStatus status, String detail) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "about:blank")
        .put("title", status.getReason())
        .put("status", status.getCode())
        .put("detail", detail);
  }

  private static MutableHttpResponse<String> respond(HttpStatus status, ObjectNode problem) {
    return HttpResponse.<String>status(status)
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
        .body(problem.toString());
  }
}
