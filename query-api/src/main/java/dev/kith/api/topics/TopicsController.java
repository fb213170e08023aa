package dev.kith.api.topics;

import dev.kith.api.error.ErrorResponses;
import dev.kith.api.query.Moment;
import dev.kith.api.query.Viewer;
import dev.kith.api.request.PageRequest;
import dev.kith.api.request.QueryExecutor;
import dev.kith.api.request.RequestParser;
import dev.kith.api.request.ViewerResolver;
import dev.kith.api.search.Scope;
import dev.kith.api.search.SearchQuery;
import dev.kith.api.topics.RisingTopicsView.RisingTopic;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** Rising topics. */
@Controller("/api/topics")
@ExecuteOn(QueryExecutor.REQUESTS)
@ErrorResponses
@Tag(name = "topics")
class TopicsController {
  private final RisingTopicFinder finder;
  private final ViewerResolver viewers;
  private final RequestParser requests;

  TopicsController(RisingTopicFinder finder, ViewerResolver viewers, RequestParser requests) {
    this.finder = finder;
    this.viewers = viewers;
    this.requests = requests;
  }

  /**
   * Rising topics: those whose share in the recent period exceeds their share in the period before.
   */
  @Get
  RisingTopicsView rising(
      @QueryValue @Parameter(required = false, example = "30d") Optional<String> window,
      @QueryValue @Parameter(required = false, example = "network:mail") Optional<String> q,
      @QueryValue @Parameter(required = false, example = "ann@example.org") Optional<String> as,
      @QueryValue
          @Parameter(
              required = false,
              schema = @Schema(type = "integer", minimum = "1", example = "20"))
          Optional<String> size) {
    PageRequest page = requests.page("topics", size, Optional.empty());
    SearchQuery search = RequestParser.query(q, Scope.ACTIVITIES, page.moment());
    Moment moment = search.at().map(page.moment()::at).orElse(page.moment());
    ComparisonWindow periods = ComparisonWindow.ending(moment.today(), window);
    Viewer viewer = viewers.viewer(as);
    var rising = finder.rising(search, viewer, moment, periods, page.size());
    return new RisingTopicsView(
        rising.stream().map(RisingTopic::of).toList(), periods, viewer.summary(), moment.now());
  }
}
