package dev.kith.api.search;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A parsed search text.
 *
 * @param clauses all of which must match
 */
public record SearchQuery(List<Clause> clauses) {
  /** Keeps its own copy. */
  public SearchQuery {
    clauses = List.copyOf(clauses);
  }

  /** The clauses of one type, without negated ones. */
  public <C extends Clause> List<C> all(Class<C> sort) {
    return clauses.stream().filter(sort::isInstance).map(sort::cast).toList();
  }

  /** The names in {@code knows:}, negated or not. */
  public List<String> named() {
    return clauses.stream()
        .map(Clause::unnegated)
        .filter(Clause.Knows.class::isInstance)
        .map(clause -> ((Clause.Knows) clause).who())
        .distinct()
        .toList();
  }

  /** The words and phrases that are not negated, as one text. */
  public String words() {
    return text().map(Clause::text).collect(joining(" "));
  }

  /** The words and phrases that are not negated. */
  public Stream<Clause> text() {
    return clauses.stream().filter(Clause::isText);
  }

  /** All other clauses. */
  public Stream<Clause> conditions() {
    return clauses.stream().filter(clause -> !clause.isText());
  }

  /** The past day of {@code at:}, if there is one. */
  public Optional<LocalDate> at() {
    return all(Clause.At.class).stream().map(Clause.At::day).findFirst();
  }
}
