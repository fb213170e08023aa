package dev.kith.api.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.PersonRef;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The person or team for whom a request is answered, and the activities that they may see; may be
 * empty. A blind copy is visible to its author and its recipient only: others neither see it nor
 * find an activity by it.
 *
 * @param people the members
 * @param isNamed whether the request named the viewer
 * @param seesAll whether the viewer sees everything that the sources have read
 * @param note about the viewer, for the response
 */
public record Viewer(
    List<IndexedPerson> people, boolean isNamed, boolean seesAll, @Nullable String note) {
  private static final String BLIND_COPIES = "blindCopies";

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
    List<Query> visible = new ArrayList<>();
    visible.add(Filters.any("visibility", List.of("PUBLIC", "UNLISTED")));
    if (isSomebody()) {
      visible.add(Filters.any("accounts", accounts()));
      visible.add(Filters.any(BLIND_COPIES, accounts()));
    }
    return Filters.either(visible);
  }

  /** Activities in which these accounts took part, as far as the viewer may know. */
  public Query involving(Collection<String> accounts) {
    return with("accounts", accounts);
  }

  /** Activities directed at any of these accounts, as far as the viewer may know. */
  public Query directedAt(Collection<String> accounts) {
    return with("towards", accounts);
  }

  private Query with(String field, Collection<String> accounts) {
    List<String> own = accounts();
    List<Query> ways = new ArrayList<>();
    ways.add(Filters.any(field, accounts));
    if (!own.isEmpty()) {
      ways.add(
          Filters.all(List.of(Filters.any(BLIND_COPIES, accounts), Filters.any("actor", own))));
    }
    List<String> ownAmong = accounts.stream().filter(own::contains).toList();
    if (!ownAmong.isEmpty()) {
      ways.add(Filters.any(BLIND_COPIES, ownAmong));
    }
    return ways.size() == 1 ? ways.getFirst() : Filters.either(ways);
  }

  /** The viewer as the response shows it. */
  public Summary summary() {
    return new Summary(people.stream().map(PersonRef::of).toList(), note);
  }

  /**
   * The viewer for whom a request was answered.
   *
   * @param people the members; empty if no viewer is known
   * @param note about the viewer
   */
  @Serdeable
  @Schema(name = "ViewerSummary")
  public record Summary(List<PersonRef> people, @Nullable String note) {}
}
