package dev.kith.indexing;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.HalfLife;
import dev.kith.schemas.Indices;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A relationship as it is searched: ranked by its g's, explained by its buckets. */
public final class RelationshipDocument {
  private RelationshipDocument() {}

  /** The document of a live one. */
  public static byte[] of(Relationship relationship) {
    return Json.document(
        json -> {
          pair(json, relationship)
              .flag("ended", false)
              .text("first", relationship.getFirst().toString())
              .text("last", relationship.getLast().toString());
          for (HalfLife halfLife : relationship.getHalfLives()) {
            json.number(Indices.strengthField(halfLife.getDays()), halfLife.getG());
          }
          json.text("warmingUntil", relationship.getWarmingUntil().map(LocalDate::toString))
              .text("coolingFrom", relationship.getCoolingFrom().map(LocalDate::toString))
              .text("silentFrom", relationship.getSilentFrom().map(LocalDate::toString));
          if (relationship.getWarming().isPresent()) {
            json.number("warming", relationship.getWarming().get());
          }
          json.number("sentByA", relationship.getSentByA())
              .number("sentByB", relationship.getSentByB())
              .number("count", relationship.getSentByA() + relationship.getSentByB())
              .texts("kinds", relationship.getKinds())
              .texts("networks", relationship.getNetworks())
              .objects("buckets", relationship.getBuckets(), RelationshipDocument::bucket);
        });
  }

  /** What is left of a relationship when nothing is left of it. */
  static byte[] ended(Relationship relationship, Instant now) {
    return Json.document(
        json -> pair(json, relationship).flag("ended", true).moment("endedAt", now));
  }

  private static Json pair(Json json, Relationship relationship) throws IOException {
    String a = relationship.getA();
    String b = relationship.getB();
    return json.text("id", new PersonPair(a, b).key())
        .text("a", a)
        .text("b", b)
        .texts("pair", List.of(a, b));
  }

  private static void bucket(Json json, Bucket bucket) throws IOException {
    json.number("day", bucket.getDay())
        .text("direction", bucket.getDirection().name())
        .text("network", bucket.getNetwork())
        .text("kind", bucket.getKind())
        .number("recipients", bucket.getRecipients())
        .number("count", bucket.getCount());
  }
}
