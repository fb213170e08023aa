package dev.kith.schemas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How a person's id is made: from the seed account, so that it can be found again without a table.
 */
public final class PersonId {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int CHARACTERS = 16;

  private PersonId() {}

  /**
   * The id of whoever has {@code account} as seed: 80 bits of SHA-256 in Crockford's base 32, which
   * no two of a billion accounts are expected to share.
   */
  public static String ofSeed(String account) {
    byte[] hash = sha256().digest(account.getBytes(StandardCharsets.UTF_8));
    var id = new StringBuilder(CHARACTERS);
    for (int i = 0; i < CHARACTERS; i++) {
      int bit = i * 5;
      int window = (hash[bit / 8] & 0xFF) << 8 | (hash[bit / 8 + 1] & 0xFF);
      id.append(ALPHABET.charAt(window >> (11 - bit % 8) & 31));
    }
    return id.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
