package dev.kith.api.error;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem response (RFC 9457).
 *
 * @param type URI of the type of problem
 * @param title the type of problem in words
 * @param status the HTTP status
 * @param detail the explanation of this occurrence
 * @param errors the invalid parameters
 */
@Serdeable
public record Problem(
    @Schema(example = "about:blank") String type,
    @Schema(example = "Bad Request") String title,
    @Schema(example = "400") int status,
    @Schema(example = "size: expected a number from 1 to 200, found 5000") String detail,
    @Nullable List<Wrong> errors) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * An invalid parameter.
   *
   * @param parameter its name
   * @param message what was expected and what was found
   */
  @Serdeable
  public record Wrong(
      @Schema(example = "size") String parameter,
      @Schema(example = "expected a number from 1 to 200, found 5000") String message) {}
}
