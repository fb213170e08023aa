package dev.kith.api.people;

import dev.kith.api.closeness.Closeness;
import dev.kith.api.document.IndexedPerson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person found.
 *
 * @param id of the person
 * @param name the usual one
 * @param emails mail addresses
 * @param networks of the accounts
 * @param organisations of the accounts
 * @param closeness to the viewer; missing if there was no contact
 * @param talks share in the activities that match the words; missing without such activities
 */
@Serdeable
public record PersonHit(
    @Schema(example = "7d1v5e2kq0c9m4xt") String id,
    @Schema(example = "Ann Lee") String name,
    List<String> emails,
    List<String> networks,
    List<String> organisations,
    @Nullable Closeness closeness,
    @Nullable Talks talks) {

  /**
   * The share of a person in a subject.
   *
   * @param share of the weight of all votes, 0 to 1
   * @param activities number of votes that the person wrote or received
   */
  @Serdeable
  public record Talks(
      @Schema(example = "0.31") double share, @Schema(example = "12") int activities) {
    static @Nullable Talks of(ExpertiseVotes.@Nullable Share share, double all) {
      return share == null
          ? null
          : new Talks(Math.round(share.weight() / all * 1000) / 1000.0, share.activities());
    }
  }

  static PersonHit of(IndexedPerson person, @Nullable Closeness closeness, @Nullable Talks talks) {
    return new PersonHit(
        person.id(),
        person.name(),
        person.emails(),
        person.networks(),
        person.organisations(),
        closeness,
        talks);
  }
}
