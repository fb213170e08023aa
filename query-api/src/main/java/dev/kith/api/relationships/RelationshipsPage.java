package dev.kith.api.relationships;

import dev.kith.api.closeness.Closeness;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.document.PersonRef;
import dev.kith.api.query.Moment;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of relationships.
 *
 * @param relationships in the requested order
 * @param total number of matches, counted up to 10,000
 * @param next cursor of the next page; missing on the last
 * @param at the moment for which strength and trend hold
 * @param note what was not read; missing if everything was
 */
@Serdeable
public record RelationshipsPage(
    List<RelationshipView> relationships,
    @Schema(example = "42") long total,
    @Nullable String next,
    Instant at,
    @Nullable String note) {

  /**
   * A relationship in a list.
   *
   * @param a the person with the smaller id
   * @param b the other
   * @param strength 0 to 100, now
   * @param trend warming, steady or cooling
   * @param first day of the first contact
   * @param last day of the last contact
   * @param sentByA number of interactions from a to b
   * @param sentByB number of interactions from b to a
   * @param kinds of the interactions; blind copies as cc or to, unless the viewer is one of the two
   * @param networks of the interactions
   */
  @Serdeable
  @Schema(name = "RelationshipView")
  public record RelationshipView(
      PersonRef a,
      PersonRef b,
      @Schema(example = "73.2") double strength,
      @Schema(example = "steady") String trend,
      @Nullable @Schema(example = "2019-04-02") String first,
      @Nullable @Schema(example = "2026-11-20") String last,
      long sentByA,
      long sentByB,
      List<String> kinds,
      List<String> networks) {

    static RelationshipView of(
        IndexedRelationship relationship,
        Map<String, PersonRef> names,
        Set<String> viewers,
        Moment moment) {
      var closeness = Closeness.of(relationship, moment);
      return new RelationshipView(
          ref(relationship.a(), names),
          ref(relationship.b(), names),
          closeness.strength(),
          closeness.trend(),
          closeness.first(),
          closeness.last(),
          relationship.sentByA(),
          relationship.sentByB(),
          relationship.kindsShownTo(viewers),
          relationship.networks());
    }

    private static PersonRef ref(String id, Map<String, PersonRef> names) {
      return names.getOrDefault(id, new PersonRef(id, id));
    }
  }
}
