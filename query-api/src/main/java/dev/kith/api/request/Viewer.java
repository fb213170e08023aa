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
 * As whom a request is answered: one person or a team; nobody if none is known.
 *
 * @param people who they are
 * @param isNamed whether the request itself named them
 * @param seesAll whether they may see all that the sources have read
 * @param note what the answer should say about it
 */
public record Viewer(
    List<IndexedPerson> people, boolean isNamed, boolean seesAll, @Nullable String note) {
  /** Keeps its own copy. */
  public Viewer {
    people = List.copyOf(people);
  }

  /** Whether there is anybody whose relationships could count. */
  public boolean isSomebody() {
    return !people.isEmpty();
  }

  /** Their person ids. */
  public Set<String> ids() {
    return people.stream().map(IndexedPerson::id).collect(Collectors.toUnmodifiableSet());
  }

  /** All their accounts. */
  public List<String> accounts() {
    return people.stream().flatMap(person -> person.accounts().stream()).distinct().toList();
  }

  /** What they may see of the activities: what is public, or went through one of their accounts. */
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

  /** The same, and whose blind copies they may know of. */
  public Visibility visibility() {
    return new Visibility(sees(), accounts());
  }

  /** How the answer names them. */
  public ViewerSummary view() {
    return new ViewerSummary(people.stream().map(PersonRef::of).toList(), note);
  }
}
