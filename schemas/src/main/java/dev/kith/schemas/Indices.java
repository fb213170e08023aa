package dev.kith.schemas;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The indices of one workspace: their names, and where their mappings are.
 *
 * @param prefix what every name begins with, such as {@code kith-}
 */
public record Indices(String prefix) {
  /** Elasticsearch refuses longer ids. */
  private static final int LONGEST_ID = 512;

  /** People. Id: person id; version: that of the record. */
  public Index people() {
    return new Index(prefix + "people", "people.json");
  }

  /** Relationships. Id: {@link PersonPair#key()}; version: that of the record. */
  public Index relationships() {
    return new Index(prefix + "relationships", "relationships.json");
  }

  /**
   * Activities. Id: {@link #documentId} of the activity id; version: {@link RevisionOrder#order}.
   */
  public Index activities() {
    return new Index(prefix + "activities", "activities.json");
  }

  /** All of them. */
  public List<Index> all() {
    return List.of(people(), relationships(), activities());
  }

  /**
   * What {@code id} is called in Elasticsearch: itself, or the hash of it where it is longer than
   * Elasticsearch allows. The field {@code id} always holds the id itself.
   */
  public static String documentId(String id) {
    // No character takes more than three bytes per UTF-16 unit: most ids need no encoding here.
    if (id.length() * 3 <= LONGEST_ID) {
      return id;
    }
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= LONGEST_ID ? id : "sha256:" + HexFormat.of().formatHex(hash(bytes));
  }

  /** The field of a relationship that holds g for a half-life of {@code days}, such as g50. */
  public static String strengthField(double days) {
    return "g" + BigDecimal.valueOf(days).stripTrailingZeros().toPlainString().replace('.', '_');
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
