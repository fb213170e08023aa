package dev.kith.api.web;

import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.error.NotFound;
import dev.kith.api.error.Problem;
import dev.kith.api.error.RedirectResponse;
import dev.kith.api.error.ServiceUnavailable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every exception of this service into a problem response. */
@Hidden
@Controller("/problems")
class ErrorHandlers {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorHandlers.class);

  @Error(global = true)
  HttpResponse<Problem> wrong(InvalidParameterException wrong) {
    return badRequest(wrong.parameter(), wrong.text());
  }

  @Error(global = true)
  HttpResponse<Problem> unknown(NotFound unknown) {
    return problem(HttpStatus.NOT_FOUND, String.valueOf(unknown.getMessage()), null);
  }

  /** 308 keeps method and query. */
  @Error(global = true)
  HttpResponse<?> moved(HttpRequest<?> request, RedirectResponse moved) {
    String query = request.getUri().getRawQuery();
    return HttpResponse.status(HttpStatus.PERMANENT_REDIRECT)
        .header("Location", moved.location() + (query == null ? "" : "?" + query));
  }

  @Error(global = true)
  HttpResponse<Problem> away(ServiceUnavailable away) {
    LOG.warn("Answered 503: {} ({})", away.getMessage(), reason(away));
    return problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            away.getMessage() + "; try again in a few seconds",
            null)
        .header("Retry-After", "5");
  }

  /** One line, because clients repeat requests and stack traces would fill the log. */
  private static String reason(ServiceUnavailable away) {
    Throwable cause = away.getCause();
    return cause == null ? "no cause" : cause.toString().lines().findFirst().orElse("");
  }

  static MutableHttpResponse<Problem> badRequest(String parameter, String message) {
    return problem(
        HttpStatus.BAD_REQUEST,
        parameter + ": " + message,
        List.of(new Problem.Wrong(parameter, message)));
  }

  static MutableHttpResponse<Problem> problem(
      HttpStatus status, String detail, @Nullable List<Problem.Wrong> errors) {
    return HttpResponse.<Problem>status(status)
        .contentType(MediaType.of(Problem.MEDIA_TYPE))
        .body(new Problem("about:blank", status.getReason(), status.getCode(), detail, errors));
  }
}
