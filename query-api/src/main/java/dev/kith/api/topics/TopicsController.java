package dev.kith.api.topics;

import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Askers;
import dev.kith.api.asking.Page;
import dev.kith.api.asking.Pages;
import dev.kith.api.asking.Turns;
import dev.kith.api.asking.Understanding;
import dev.kith.api.search.Moment;
import dev.kith.api.search.Scope;
import dev.kith.api.search.Search;
import dev.kith.api.topics.RisingView.RisingTopic;
import dev.kith.api.web.Refusals;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** What is spoken of more than it was. */
@Controller("/api/topics")
@ExecuteOn(Turns.QUESTIONS)
@Refusals
@Tag(name = "topics")
class TopicsController {
  private final RisingTopics topics;
  private final Askers askers;
  private final Pages pages;

  TopicsController(RisingTopics topics, Askers askers, Pages pages) {
    this.topics = topics;
    this.askers = askers;
    this.pages = pages;
  }

  /**
   * Topics rising now: their share in the last days against that in twelve times as long before.
   */
  @Get
  RisingView rising(
      @QueryValue @Parameter(required = false, example = "30d") Optional<String> window,
      @QueryValue @Parameter(required = false, example = "network:mail") Optional<String> q,
      @QueryValue @Parameter(required = false, example = "ann@example.org") Optional<String> as,
      @QueryValue
          @Parameter(
              required = false,
              schema = @Schema(type = "integer", minimum = "1", example = "20"))
          Optional<String> size) {
    Page page = pages.page("topics", size, Optional.empty());
    Search search = Understanding.search(q, Scope.ACTIVITIES, page.moment());
    Moment moment = search.at().map(page.moment()::at).orElse(page.moment());
    Window compared = Window.ending(moment.today(), window);
    Asker asker = askers.asker(as);
    var rising = topics.rising(search, asker, moment, compared, page.size());
    return new RisingView(
        rising.stream().map(RisingTopic::of).toList(), compared, asker.view(), moment.now());
  }
}
