package dev.kith.api.decisions;

import dev.kith.api.decisions.DecisionsPage.DecisionView;
import dev.kith.api.error.ErrorResponses;
import dev.kith.api.request.RequestBodyReader;
import dev.kith.api.request.RequestParser;
import dev.kith.schemas.Decision;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/** Decisions about which accounts are one person; they are valid until they are withdrawn. */
@Controller("/api/decisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@ErrorResponses
@Tag(name = "decisions")
class DecisionsController {
  private static final int MAX_DECISIONS = 10_000;

  private final DecisionService decisions;
  private final RequestBodyReader bodies;
  private final RequestParser requests;

  DecisionsController(DecisionService decisions, RequestBodyReader bodies, RequestParser requests) {
    this.decisions = decisions;
    this.bodies = bodies;
    this.requests = requests;
  }

  /** Says that two accounts are, or are not, one person; or many pairs at once, all or none. */
  @Post
  @Status(HttpStatus.ACCEPTED)
  DecisionsView decide(
      @RequestBody(
              description = "a decision, or an array of up to 10,000, all or none",
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = DecisionRequest.class)))
          @Body
          String body) {
    return view(decisions.decide(bodies.readAll(body, DecisionRequest.class, MAX_DECISIONS)));
  }

  /** The valid decisions, latest first; optionally those about one account. */
  @Get
  DecisionsPage decisions(
      @QueryValue @Parameter(required = false, description = "an account that was decided about")
          Optional<String> account,
      @QueryValue @Parameter(required = false, description = "how many at once")
          Optional<String> size,
      @QueryValue @Parameter(required = false, description = "next of the page before")
          Optional<String> cursor) {
    Optional<String> about = account.map(each -> PairDecision.account(each, "account"));
    String question = "decisions\n" + about.orElse("");
    return DecisionsPage.of(decisions.all(about), requests.page(question, size, cursor));
  }

  /** Says that some accounts are not of this person; they leave together. */
  @Post("/separations")
  @Status(HttpStatus.ACCEPTED)
  DecisionsView separate(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = SeparationRequest.class)))
          @Body
          String body) {
    return view(decisions.separate(bodies.read(body, SeparationRequest.class)));
  }

  /** Withdraws what was decided about one pair of accounts. */
  @Delete
  @Status(HttpStatus.NO_CONTENT)
  void withdraw(
      @QueryValue @Parameter(description = "one account", example = "email:ann@example.org")
          String a,
      @QueryValue @Parameter(description = "the other", example = "git:Ann Lee <ann@work.example>")
          String b) {
    decisions.withdraw(List.of(new PairRequest(a, b)));
  }

  /** Withdraws what was decided about many pairs of accounts. */
  @Post("/withdrawals")
  @Status(HttpStatus.NO_CONTENT)
  void withdrawAll(
      @RequestBody(
              description = "two accounts, or an array of up to 10,000 such",
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = PairRequest.class)))
          @Body
          String body) {
    decisions.withdraw(bodies.readAll(body, PairRequest.class, MAX_DECISIONS));
  }

  private static DecisionsView view(List<Decision> kept) {
    return new DecisionsView(kept.stream().map(DecisionView::of).toList());
  }

  /**
   * The decisions that were stored; they take effect within a second or so.
   *
   * @param decisions in the order given
   */
  @Serdeable
  record DecisionsView(List<DecisionView> decisions) {}
}
