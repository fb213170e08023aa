package dev.kith.api.request;

import dev.kith.api.ApiSettings;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.query.Moment;
import dev.kith.api.request.PageRequest.PageCursor;
import dev.kith.api.search.CalendarPeriod;
import dev.kith.api.search.Scope;
import dev.kith.api.search.SearchParser;
import dev.kith.api.search.SearchQuery;
import dev.kith.api.search.SearchQuery.Clause;
import dev.kith.schemas.strength.StrengthFormula;
import dev.kith.schemas.strength.StrengthSettings;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Parses the parameters of a request: search, viewer, page and moment. */
@Singleton
public class RequestParser {
  private static final int USUAL = 20;

  private final int maxPageSize;
  private final StrengthFormula formula;
  private final InstantSource clock;
  private final ViewerResolver viewers;

  RequestParser(
      ApiSettings settings,
      StrengthSettings strength,
      @Named("kith-api") InstantSource clock,
      ViewerResolver viewers) {
    this.maxPageSize = settings.maxPageSize();
    this.formula = strength.formula();
    this.clock = clock;
    this.viewers = viewers;
  }

  /**
   * Parses the parameters.
   *
   * @param path path of the request, which its cursors are bound to
   */
  public SearchRequest parse(String path, SearchRequest.Parameters parameters, Scope scope) {
    return parse(path, parameters, Optional.empty(), scope);
  }

  /**
   * Parses the parameters of a search that can be sorted.
   *
   * @param path path of the request, which its cursors are bound to
   */
  public SearchRequest parse(
      String path, SearchRequest.Parameters parameters, Optional<String> sort, Scope scope) {
    String query = path + "\n" + parameters.text() + "\n" + sort.orElse("");
    PageRequest page = page(query, parameters.size(), parameters.cursor());
    SearchQuery search = query(parameters.q(), scope, page.moment());
    return new SearchRequest(search, viewers.viewer(parameters.as()), page);
  }

  /**
   * Parses parameter {@code q}; without it the search matches everything.
   *
   * @param now the moment of the request; {@code at:} must not be later
   */
  public static SearchQuery query(Optional<String> q, Scope scope, Moment now) {
    SearchQuery search = query(q, scope);
    search.all(Clause.At.class).forEach(at -> requireBegun(at.period(), now));
    return search;
  }

  /** The same without a check of {@code at:}. */
  public static SearchQuery query(Optional<String> q, Scope scope) {
    return SearchParser.parse(q.orElse(""), scope);
  }

  private static void requireBegun(CalendarPeriod period, Moment now) {
    if (!period.hasBegun(now.today())) {
      throw InvalidParameterException.because(
          "q",
          "at: expected a day, month or year that has begun by %s, found one that begins on %s"
              .formatted(now.today(), period.first()));
    }
  }

  /** The moment of a request that arrives now. */
  public Moment now() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Moment(now, formula);
  }

  /**
   * The requested moment.
   *
   * @param at a day, month or year, of which the end is taken, or an instant; now if empty
   */
  public Moment at(Optional<String> at) {
    Moment now = now();
    return at.filter(text -> !text.isBlank())
        .map(
            text ->
                CalendarPeriod.parse(text)
                    .filter(period -> period.hasBegun(now.today()))
                    .map(period -> now.at(period.last()))
                    .or(() -> instant(text, now))
                    .orElseThrow(() -> notPast(text)))
        .orElse(now);
  }

  private Optional<Moment> instant(String text, Moment now) {
    try {
      return Optional.of(Instant.parse(text))
          .filter(instant -> !instant.isAfter(now.now()))
          .map(instant -> new Moment(instant, formula, instant.isBefore(now.now())));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static InvalidParameterException notPast(String text) {
    return InvalidParameterException.expected(
        "at",
        "a day, month or year that has begun, such as 2019-12-31 or 2019, or an instant that has"
            + " passed",
        text);
  }

  /**
   * The requested page.
   *
   * @param query all parameters that stay the same on every page, as text
   */
  public PageRequest page(String query, Optional<String> size, Optional<String> cursor) {
    int hits = size.map(this::size).orElse(USUAL);
    return cursor
        .filter(written -> !written.isBlank())
        .map(written -> PageCursor.decode(written, query))
        .map(read -> new PageRequest(query, new Moment(read.moment(), formula), hits, read.after()))
        .orElseGet(() -> new PageRequest(query, now(), hits, List.of()));
  }

  private int size(String text) {
    int size = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    if (size < 1 || size > maxPageSize) {
      throw InvalidParameterException.expected("size", "a number from 1 to " + maxPageSize, text);
    }
    return size;
  }
}
