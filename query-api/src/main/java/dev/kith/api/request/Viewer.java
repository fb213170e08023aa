package dev.kith.api.request;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Visibility;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The person or team for whom a request is answered; may be empty.
 *
 * @param people the members
 * @param isNamed whether the request named the viewer
 * @param seesAll whether the viewer sees everything that the sources have read
 * @param note about the viewer, for the response
 */
public record Viewer(
    List<IndexedPerson> people, boolean isNamed, boolean seesAll, @Nullable String note) {
  /** Keeps its own copy. */
  public Viewer {
    people = List.copyOf(people);
  }

  /** Whether the viewer has at least one person. */
  public boolean isSomebody() {
    return !people.isEmpty();
  }

  /** The person ids. */
  public Set<String> ids() {
    return people.stream().map(IndexedPerson::id).collect(Collectors.toUnmodifiableSet());
  }

  /** The accounts of all members. */
  public List<String> accounts() {
    return people.stream().flatMap(person -> person.accounts().stream()).distinct().toList();
  }

  /**
   * A query for the visible activities: public ones, and those in which one of the accounts took
   * part.
   */
  public Query sees() {
    if (seesAll) {
      return Filters.everything();
    }
    Query open = Filters.any("visibility", List.of("PUBLIC", "UNLISTED"));
    return Filters.either(
        Stream.concat(
                Stream.of(open),
                accounts().isEmpty()
                    ? Stream.<Query>of()
                    : Stream.of(Visibility.through(accounts())))
            .toList());
  }

  /** The same, with the accounts whose blind copies are visible. */
  public Visibility visibility() {
    return new Visibility(sees(), accounts());
  }

  /** The viewer as the response shows it. */
  public ViewerSummary view() {
    return new ViewerSummary(people.stream().map(PersonRef::of).toList(), note);
  }
}
