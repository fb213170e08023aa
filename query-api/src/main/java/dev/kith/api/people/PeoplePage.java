package dev.kith.api.people;

import dev.kith.api.closeness.Closeness;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.query.Viewer;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of people.
 *
 * @param people best match first
 * @param total number of matches, counted up to 10,000
 * @param next cursor of the next page; missing on the last
 * @param as the viewer
 * @param at the moment for which strength and trend hold
 * @param note what was not read; missing if everything was
 */
@Serdeable
public record PeoplePage(
    List<PersonHit> people,
    long total,
    @Nullable String next,
    Viewer.Summary as,
    Instant at,
    @Nullable String note) {
  /** The same with a note about what was not read. */
  PeoplePage noting(@Nullable String what) {
    return new PeoplePage(people, total, next, as, at, what);
  }

  /**
   * A person found.
   *
   * @param id of the person
   * @param name the usual one
   * @param emails mail addresses
   * @param networks of the accounts
   * @param organisations of the accounts
   * @param closeness to the viewer; missing if there was no contact
   * @param expertise share in the activities that match the words; missing without such activities
   */
  @Serdeable
  @Schema(name = "PersonHit")
  public record PersonHit(
      @Schema(example = "7d1v5e2kq0c9m4xt") String id,
      @Schema(example = "Ann Lee") String name,
      List<String> emails,
      List<String> networks,
      List<String> organisations,
      @Nullable Closeness closeness,
      @Nullable Expertise expertise) {

    /**
     * The share of a person in a subject.
     *
     * @param share of the weight of all votes, 0 to 1
     * @param activities number of votes that the person wrote or received
     */
    @Serdeable
    public record Expertise(
        @Schema(example = "0.31") double share, @Schema(example = "12") int activities) {
      static @Nullable Expertise of(ExpertFinder.@Nullable Share share, double all) {
        return share == null
            ? null
            : new Expertise(Math.round(share.weight() / all * 1000) / 1000.0, share.activities());
      }
    }

    static PersonHit of(
        IndexedPerson person, @Nullable Closeness closeness, @Nullable Expertise expertise) {
      return new PersonHit(
          person.id(),
          person.name(),
          person.emails(),
          person.networks(),
          person.organisations(),
          closeness,
          expertise);
    }
  }
}
