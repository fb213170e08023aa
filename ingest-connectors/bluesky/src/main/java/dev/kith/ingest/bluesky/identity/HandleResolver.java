package dev.kith.ingest.bluesky.identity;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.bluesky.record.AtUri;
import dev.kith.ingest.bluesky.xrpc.XrpcClient;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the DID that a handle's domain names: a TXT record of {@code _atproto.HANDLE}, or {@code
 * https://HANDLE/.well-known/atproto-did}.
 */
public final class HandleResolver {
  private static final Pattern HANDLE =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final String RECORD = "did=";

  private final XrpcClient client;
  private final TextRecords dns;
  private final @Nullable URI resolver;

  /** The TXT records of a domain; empty if there are none or the name servers do not answer. */
  @FunctionalInterface
  public interface TextRecords {
    /** Of this domain. */
    List<String> of(String domain);
  }

  /**
   * Resolves handles by their domains, or by a trusted server.
   *
   * @param resolver server with {@code com.atproto.identity.resolveHandle}; null to query the
   *     domains
   */
  public HandleResolver(XrpcClient client, TextRecords dns, @Nullable URI resolver) {
    this.client = client;
    this.dns = dns;
    this.resolver = resolver;
  }

  /** Whether the text has the form of a handle. */
  public static boolean isHandle(String text) {
    return text.length() <= 253 && HANDLE.matcher(text.toLowerCase(Locale.ROOT)).matches();
  }

  /**
   * The DID that the handle's domain names; empty if it names none, or several.
   *
   * @throws SourceException if the domain does not answer now
   */
  public Optional<String> did(String handle) throws SourceException, InterruptedException {
    if (!isHandle(handle)) {
      return Optional.empty();
    }
    if (resolver != null) {
      return byServer(resolver, handle);
    }
    List<String> stated =
        dns.of("_atproto." + handle).stream()
            .filter(text -> text.startsWith(RECORD))
            .map(text -> text.substring(RECORD.length()).strip())
            .distinct()
            .toList();
    if (!stated.isEmpty()) {
      return Optional.of(stated.getFirst()).filter(did -> stated.size() == 1 && AtUri.isDid(did));
    }
    return byWellKnown(handle);
  }

  private Optional<String> byServer(URI server, String handle)
      throws SourceException, InterruptedException {
    String did =
        client
            .query(server, "com.atproto.identity.resolveHandle", Map.of("handle", handle), null)
            .body()
            .path("did")
            .asText();
    return Optional.of(did).filter(AtUri::isDid);
  }

  private Optional<String> byWellKnown(String handle) throws SourceException, InterruptedException {
    try {
      String text = client.text(client.wellKnown(handle, "atproto-did"), "DID of a handle");
      return Optional.of(text).filter(AtUri::isDid);
    } catch (Refused absent) {
      return Optional.empty();
    }
  }
}
