package dev.kith.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * Ids of persons as they stand in the column {@code seeds}: all of a document in one piece, which
 * an index hands out without looking up value after value. A document cannot know whose an account
 * is when it is read; but the id that the account's person would have, were it their seed, is among
 * the {@code ids} of whoever that is.
 */
public final class SeedsCodec {
  private static final String BETWEEN = " ";

  private SeedsCodec() {}

  /** As a document has it; an id may be empty. */
  public static String encode(Collection<String> ids) {
    byte[] text = String.join(BETWEEN, ids).getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder().encodeToString(text);
  }

  /** Reads what {@link #encode} wrote, in the same order. */
  public static List<String> decode(String written) {
    byte[] text = Base64.getDecoder().decode(written);
    return List.of(new String(text, StandardCharsets.US_ASCII).split(BETWEEN, -1));
  }
}
