package dev.kith.api.error;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type names the sort of problem
 * @param title the sort of problem in words
 * @param status the HTTP status
 * @param detail what is wrong this time
 * @param errors the parameters that are wrong, one by one
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
   * One parameter that is wrong.
   *
   * @param parameter its name
   * @param message what was expected and what was found
   */
  @Serdeable
  public record Wrong(
      @Schema(example = "size") String parameter,
      @Schema(example = "expected a number from 1 to 200, found 5000") String message) {}
}
