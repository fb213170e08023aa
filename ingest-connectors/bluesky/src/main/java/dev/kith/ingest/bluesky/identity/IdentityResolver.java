package dev.kith.ingest.bluesky.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.bluesky.record.AtUri;
import dev.kith.ingest.bluesky.xrpc.XrpcClient;
import dev.kith.ingest.bluesky.xrpc.XrpcClient.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the identity of an account: reads the DID document, of {@code did:plc} from the PLC
 * directory with its earlier versions, of {@code did:web} from its host, and verifies the handle by
 * its domain.
 */
public final class IdentityResolver {
  private static final int MAX_REMEMBERED = 20_000;
  private static final String HANDLE = "at://";

  private final XrpcClient client;
  private final URI directory;
  private final HandleResolver handles;
  private final Cache<String, AccountIdentity> known =
      CacheBuilder.newBuilder().maximumSize(MAX_REMEMBERED).build();

  /**
   * A resolver with a PLC directory and a resolver of handles.
   *
   * @param directory of {@code did:plc}
   */
  public IdentityResolver(XrpcClient client, URI directory, HandleResolver handles) {
    this.client = client;
    this.directory = directory;
    this.handles = handles;
  }

  /** The current DID document, and the handles in its earlier versions. */
  private record Documents(JsonNode present, List<String> formerHandles) {}

  /** Removes the account from the cache. */
  public void forget(String did) {
    known.invalidate(did);
  }

  /** The identity of an account, from the cache if it was resolved before. */
  public AccountIdentity identity(String did) throws SourceException, InterruptedException {
    AccountIdentity identity = known.getIfPresent(did);
    if (identity == null) {
      identity = lookUp(did);
      known.put(did, identity);
    }
    return identity;
  }

  /** The DID of a configured account, which is a DID or a handle. */
  public String did(String account) throws SourceException, InterruptedException {
    String name = account.strip().replaceFirst("^@", "");
    if (AtUri.isDid(name)) {
      return name;
    }
    return handles
        .did(name.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new Refused(
                    "accounts: expected DIDs and handles whose domain names one, found another;"
                        + " check "
                        + account,
                    null));
  }

  /** The server that hosts a configured account. */
  public URI server(String account) throws SourceException, InterruptedException {
    URI server = identity(did(account)).server();
    if (server == null) {
      throw new Refused(
          "login: expected an account whose DID document names a server, found none", null);
    }
    return server;
  }

  private AccountIdentity lookUp(String did) throws SourceException, InterruptedException {
    Documents documents = did.startsWith("did:plc:") ? fromDirectory(did) : fromHost(did);
    JsonNode present = documents.present();
    String claimed = null;
    List<String> others = new ArrayList<>();
    for (JsonNode name : present.path("alsoKnownAs")) {
      String address = name.asText();
      if (!address.startsWith(HANDLE)) {
        others.add(address);
      } else if (claimed == null) {
        claimed = handle(address);
      }
    }
    Optional<Boolean> agreement = claimed == null ? Optional.empty() : agrees(claimed, did);
    boolean isRefuted = agreement.filter(agrees -> !agrees).isPresent();
    List<String> former = new ArrayList<>(documents.formerHandles());
    former.remove(claimed);
    return new AccountIdentity(
        did, isRefuted ? null : claimed, agreement.orElse(false), others, former, server(present));
  }

  /** Whether the handle's domain names the DID; empty if the domain cannot be queried now. */
  private Optional<Boolean> agrees(String handle, String did) throws InterruptedException {
    try {
      return Optional.of(handles.did(handle).filter(did::equals).isPresent());
    } catch (SourceException unknown) {
      return Optional.empty();
    }
  }

  /** The log holds every version of the document, the latest last. */
  private Documents fromDirectory(String did) throws SourceException, InterruptedException {
    Answer answer =
        client.document(directory.resolve("/" + did + "/log/audit"), "DID in the PLC directory");
    Set<String> handles = new LinkedHashSet<>();
    JsonNode present = MissingNode.getInstance();
    for (JsonNode entry : answer.body()) {
      if (!entry.path("nullified").asBoolean(false)) {
        present = entry.path("operation");
        for (String handle : handlesOf(present)) {
          handles.remove(handle);
          handles.add(handle);
        }
      }
    }
    return new Documents(present, List.copyOf(handles).reversed());
  }

  private static List<String> handlesOf(JsonNode operation) {
    List<String> found = new ArrayList<>();
    if (operation.path("type").asText().equals("create")) {
      found.add(operation.path("handle").asText());
    }
    for (JsonNode name : operation.path("alsoKnownAs")) {
      if (name.asText().startsWith(HANDLE)) {
        found.add(handle(name.asText()));
      }
    }
    return found.stream().filter(HandleResolver::isHandle).toList();
  }

  private Documents fromHost(String did) throws SourceException, InterruptedException {
    String host = did.substring("did:web:".length());
    if (!HandleResolver.isHandle(host)) {
      throw new Refused("expected a host name in a did:web, found another text", null);
    }
    Answer answer = client.document(client.wellKnown(host, "did.json"), "DID document");
    boolean isIts = answer.body().path("id").asText().equals(did);
    return new Documents(isIts ? answer.body() : MissingNode.getInstance(), List.of());
  }

  private static String handle(String address) {
    return address.substring(HANDLE.length()).toLowerCase(Locale.ROOT);
  }

  /** In an operation of the directory services are a map, in a document a list. */
  private static @Nullable URI server(JsonNode document) {
    String endpoint = document.path("services").path("atproto_pds").path("endpoint").asText();
    for (JsonNode service : document.path("service")) {
      if (service.path("id").asText().endsWith("#atproto_pds")) {
        endpoint = service.path("serviceEndpoint").asText();
      }
    }
    String found = endpoint.isEmpty() ? document.path("service").asText() : endpoint;
    try {
      return found.matches("https?://[^/]+/?") ? URI.create(found) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
