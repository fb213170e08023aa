package dev.kith.ingest.bluesky.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.schemas.AccountId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Address of a record.
 *
 * @param did of the repository
 * @param collection the lexicon of the record, such as {@code app.bsky.feed.post}
 * @param key of the record in the collection
 */
public record AtUri(String did, String collection, String key) {
  private static final Pattern DID = Pattern.compile("did:(?:plc|web):[a-zA-Z0-9._:%-]{1,2000}");
  private static final Pattern URI =
      Pattern.compile("at://(" + DID + ")/([a-zA-Z0-9.-]{1,317})/([a-zA-Z0-9._:~-]{1,512})");

  /** The address in the text, if it names its repository by a DID and a record in it. */
  public static Optional<AtUri> parse(String text) {
    Matcher parts = URI.matcher(text);
    return parts.matches()
        ? Optional.of(new AtUri(parts.group(1), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  /** Whether the text is a DID of a method that the AT Protocol allows. */
  public static boolean isDid(String text) {
    return DID.matcher(text).matches();
  }

  /** The DID in a field of an event or a record. */
  public static String requiredDid(JsonNode body, String field) throws InvalidRecordException {
    String did = body.path(field).asText();
    if (!isDid(did)) {
      throw new InvalidRecordException(
          "expected the DID of an account in " + field + ", found none");
    }
    return did;
  }

  /** The account of a DID; hosts in {@code did:web} and keys in {@code did:plc} are lower case. */
  public static String account(String did) {
    return new AccountId("bluesky", did.toLowerCase(Locale.ROOT)).toString();
  }

  /** The DID of an account. */
  public static String didOf(String account) {
    return AccountId.parse(account).address();
  }

  /** The account whose repository holds the record. */
  public String account() {
    return account(did);
  }

  @Override
  public String toString() {
    return "at://" + did + "/" + collection + "/" + key;
  }
}
