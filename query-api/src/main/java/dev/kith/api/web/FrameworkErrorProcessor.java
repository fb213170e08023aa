package dev.kith.api.web;

import dev.kith.api.error.Problem;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/** Turns the errors that Micronaut finds into problem responses. */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class FrameworkErrorProcessor implements ErrorResponseProcessor<Problem> {

  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    var status = HttpStatus.valueOf(response.code());
    List<Problem.Wrong> wrong =
        context.getErrors().stream()
            .filter(error -> error.getPath().isPresent())
            .map(FrameworkErrorProcessor::wrong)
            .toList();
    return response
        .contentType(MediaType.of(Problem.MEDIA_TYPE))
        .body(
            new Problem(
                "about:blank",
                status.getReason(),
                status.getCode(),
                detail(context, status),
                wrong.isEmpty() ? null : wrong));
  }

  private static Problem.Wrong wrong(Error error) {
    return new Problem.Wrong(parameter(error), error.getMessage());
  }

  private static String detail(ErrorContext context, HttpStatus status) {
    return context.getErrors().stream()
        .findFirst()
        .filter(_ -> status.getCode() < 500)
        .map(
            error ->
                error.getPath().isPresent()
                    ? parameter(error) + ": " + error.getMessage()
                    : error.getMessage())
        .orElse(status.getReason());
  }

  private static String parameter(Error error) {
    String path = error.getPath().orElse("").replaceFirst("^/", "");
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
