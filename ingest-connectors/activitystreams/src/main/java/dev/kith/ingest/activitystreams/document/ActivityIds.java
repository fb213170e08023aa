package dev.kith.ingest.activitystreams.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.hash.Hashing;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which activity an id names: a URI as it is, {@code mid:} as the Message-ID it stands for, a
 * commit hash, or, where a document has no id, a hash of what it says.
 */
public final class ActivityIds {
  /** Bytes; Elasticsearch takes no longer ids. */
  private static final int LONGEST = 500;

  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{Cntrl}]+");
  private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}");

  private ActivityIds() {}

  /** The id a thing states; empty if it states none. */
  public static Optional<String> of(ActivityStreamsObject thing) {
    Optional<String> stated = thing.id().map(String::strip).filter(id -> !id.isEmpty());
    if (stated.isEmpty() && thing.states("id") && !thing.node().path("id").isTextual()) {
      throw UnparsableException.at("id", "text", thing.node().path("id"));
    }
    return stated.filter(id -> !id.startsWith("_:")).map(id -> of(thing, id));
  }

  /** The id of what a field names; empty if it names none, or nothing that is one. */
  public static Optional<String> named(String field, ActivityStreamsObject thing) {
    try {
      return of(thing);
    } catch (UnparsableException unclear) {
      thing.ignored().add(field, unclear.reason().replaceFirst("^id:", field + ":"));
      return Optional.empty();
    }
  }

  /** The stated id, or the hash of what the document says. */
  public static String orHashOf(ActivityStreamsObject thing) {
    return of(thing).orElseGet(() -> hash(canonical(thing.node())));
  }

  private static String of(ActivityStreamsObject thing, String stated) {
    String id = stated.replace(" ", "%20");
    if (COMMIT.matcher(id).matches()) {
      return id.toLowerCase(Locale.ROOT);
    }
    if (!URI.matcher(id).matches()) {
      throw UnparsableException.at(
          "id",
          "an absolute URI",
          thing.node().isTextual() ? thing.node() : thing.node().get("id"));
    }
    String named = id.regionMatches(true, 0, "mid:", 0, 4) ? messageId(id.substring(4)) : id;
    return named.getBytes(StandardCharsets.UTF_8).length > LONGEST ? hash(named) : named;
  }

  /** RFC 2392: percent-encoded, perhaps with the id of a part behind a slash. */
  private static String messageId(String encoded) {
    try {
      return URLDecoder.decode(
          encoded.replaceFirst("/.*", "").replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UnparsableException(
          "id: expected mid: and a percent-encoded Message-ID, found a stray %");
    }
  }

  /** RFC 6920. */
  private static String hash(String content) {
    byte[] hash = Hashing.sha256().hashString(content, StandardCharsets.UTF_8).asBytes();
    return "ni:///sha-256;" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  /** The same text for the same content, in whatever order it is written. */
  private static String canonical(JsonNode node) {
    if (node.isObject()) {
      var sorted = new TreeMap<String, String>();
      node.forEachEntry(
          (key, value) -> {
            if (!key.startsWith("@")) {
              sorted.put(key, canonical(value));
            }
          });
      return sorted.toString();
    }
    if (node.isArray()) {
      var list = new StringBuilder("[");
      node.forEach(item -> list.append(canonical(item)).append(','));
      return list.append(']').toString();
    }
    return node.toString();
  }
}
