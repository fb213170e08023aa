package dev.kith.api.people;

import dev.kith.api.error.ErrorResponses;
import dev.kith.api.request.QueryExecutor;
import dev.kith.api.request.RequestParser;
import dev.kith.api.request.ViewerResolver;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** People who write about a topic. */
@Controller("/api/topics/{topic}/people")
@ExecuteOn(QueryExecutor.REQUESTS)
@ErrorResponses
@Tag(name = "topics")
class TopicController {
  private final TopicExperts experts;
  private final ViewerResolver viewers;
  private final RequestParser requests;

  TopicController(TopicExperts experts, ViewerResolver viewers, RequestParser requests) {
    this.experts = experts;
    this.viewers = viewers;
    this.requests = requests;
  }

  /** People who talk about a topic, most engaged first, and the closest contacts among them. */
  @Get
  TopicView people(
      String topic,
      @QueryValue @Parameter(required = false, example = "ann@example.org") Optional<String> as,
      @QueryValue
          @Parameter(
              required = false,
              schema = @Schema(type = "integer", minimum = "1", example = "20"))
          Optional<String> size) {
    return experts.of(topic, viewers.viewer(as), requests.page("topic", size, Optional.empty()));
  }
}
