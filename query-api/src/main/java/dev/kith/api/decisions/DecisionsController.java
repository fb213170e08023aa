package dev.kith.api.decisions;

import dev.kith.api.ApiSettings;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.error.ErrorResponses;
import dev.kith.api.error.InvalidParameter;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.request.PageRequestParser;
import dev.kith.api.request.PersonResolver;
import dev.kith.schemas.Decision;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decisions about which accounts are one person; they stay until they are taken back. */
@Controller("/api/decisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@ErrorResponses
@Tag(name = "decisions")
class DecisionsController {
  private static final int AT_ONCE = 1_000;

  private final DecisionRepository log;
  private final PeopleIndex people;
  private final ApiSettings settings;
  private final PageRequestParser pages;
  private final PersonResolver persons;

  DecisionsController(
      DecisionRepository log,
      PeopleIndex people,
      PersonResolver persons,
      ApiSettings settings,
      PageRequestParser pages) {
    this.log = log;
    this.people = people;
    this.persons = persons;
    this.settings = settings;
    this.pages = pages;
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
          JsonNode body) {
    List<Request> requests = Request.all(body, true);
    checkKnown(requests);
    return keep(requests);
  }

  /** The decisions that stand, the latest first; those about one account if it is named. */
  @Get
  DecisionsPage decisions(
      @QueryValue @Parameter(required = false, description = "an account that was decided about")
          Optional<String> account,
      @QueryValue @Parameter(required = false, description = "how many at once")
          Optional<String> size,
      @QueryValue @Parameter(required = false, description = "next of the page before")
          Optional<String> cursor) {
    Optional<String> about = account.map(each -> Request.account(each, "account"));
    String question = "decisions\n" + about.orElse("");
    return DecisionsPage.of(
        log.all(),
        each -> about.isEmpty() || List.of(each.getA(), each.getB()).contains(about.orElseThrow()),
        pages.page(question, size, cursor));
  }

  /** Says that some accounts are not of this person; they leave, together. */
  @Post("/separations")
  @Status(HttpStatus.ACCEPTED)
  DecisionsView separate(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = Separation.class)))
          @Body
          JsonNode body) {
    var separation = Separation.of(body);
    IndexedPerson person = persons.found("person", separation.person());
    return keep(separation.from(person.accounts()));
  }

  private DecisionsView keep(List<Request> requests) {
    Instant now = pages.now().now();
    List<Decision> decisions = requests.stream().map(each -> decision(each, now)).toList();
    log.save(decisions);
    return new DecisionsView(decisions.stream().map(DecisionView::of).toList());
  }

  /** Takes back what was decided about one pair of accounts. */
  @Delete
  @Status(HttpStatus.NO_CONTENT)
  void takeBack(
      @QueryValue @Parameter(description = "one account", example = "email:ann@example.org")
          String a,
      @QueryValue @Parameter(description = "the other", example = "git:Ann Lee <ann@work.example>")
          String b) {
    log.withdraw(List.of(Request.between(a, b, "", null, null, null).pair()));
  }

  /** Takes back what was decided about many pairs of accounts. */
  @Post("/taken-back")
  @Status(HttpStatus.NO_CONTENT)
  void takeBackAll(
      @RequestBody(
              description = "two accounts, or an array of up to 10,000 such",
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = Accounts.class)))
          @Body
          JsonNode body) {
    log.withdraw(Request.all(body, false).stream().map(Request::pair).toList());
  }

  private Decision decision(Request request, Instant now) {
    var pair = request.pair();
    return Decision.newBuilder()
        .setA(pair.a())
        .setB(pair.b())
        .setVerdict(Objects.requireNonNull(request.verdict()))
        .setBy(by(request))
        .setAt(now)
        .setNote(request.note())
        .build();
  }

  private String by(Request request) {
    return Stream.of(request.by(), settings.as())
        .filter(name -> name != null && !name.isBlank())
        .map(String::valueOf)
        .findFirst()
        .orElse("somebody");
  }

  private void checkKnown(List<Request> requests) {
    List<String> accounts =
        requests.stream().flatMap(each -> Stream.of(each.a(), each.b())).distinct().toList();
    Set<String> known = new HashSet<>();
    for (int i = 0; i < accounts.size(); i += AT_ONCE) {
      people
          .byAccounts(accounts.subList(i, Math.min(i + AT_ONCE, accounts.size())))
          .forEach(person -> known.addAll(person.accounts()));
    }
    accounts.stream()
        .filter(account -> !known.contains(account))
        .findFirst()
        .ifPresent(
            account -> {
              throw InvalidParameter.expected(
                  named(requests, account), "the id of a known account", account);
            });
  }

  private static String named(List<Request> requests, String account) {
    for (int i = 0; i < requests.size(); i++) {
      Request request = requests.get(i);
      if (request.a().equals(account) || request.b().equals(account)) {
        String where = requests.size() == 1 ? "" : "[" + i + "].";
        return where + (request.a().equals(account) ? "a" : "b");
      }
    }
    return "body";
  }

  /**
   * The decisions that were kept; they take effect within a second or so.
   *
   * @param decisions in the order given
   */
  @Serdeable
  record DecisionsView(List<DecisionView> decisions) {}

  /**
   * A decision, as a caller states it.
   *
   * @param a one account
   * @param b the other
   * @param verdict same or different
   * @param note why
   * @param by who decides; the usual viewer if missing
   */
  @Serdeable
  record DecisionRequest(
      @Schema(example = "email:ann@example.org") String a,
      @Schema(example = "git:Ann Lee <ann@work.example>") String b,
      @Schema(example = "same") String verdict,
      @Nullable @Schema(example = "she told me") String note,
      @Nullable @Schema(example = "ann@example.org") String by) {}

  /**
   * Two accounts.
   *
   * @param a one
   * @param b the other
   */
  @Serdeable
  record Accounts(
      @Schema(example = "email:ann@example.org") String a,
      @Schema(example = "git:Ann Lee <ann@work.example>") String b) {}
}
