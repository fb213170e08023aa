package dev.kith.ingest.activitystreams.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.activitystreams.document.AccountAddresses;
import dev.kith.ingest.activitystreams.signature.ActorKey;
import dev.kith.ingest.activitystreams.signature.InvalidSignatureException;
import dev.kith.ingest.activitystreams.signature.PublicKeys;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads public keys from the documents of their actors and keeps them for a day. A key belongs to
 * an actor of the same server whose document names it.
 */
public final class ActorKeys implements PublicKeys {
  private static final int MAX_KEYS = 10_000;
  private static final Duration KEPT = Duration.ofDays(1);

  /** However many wrong signatures name a key, its server is asked once in this time. */
  private static final Duration BETWEEN_READINGS = Duration.ofMinutes(1);

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");
  private static final List<String> KEY_ALGORITHMS = List.of("RSA", "Ed25519", "EC");

  private final RemoteDocuments documents;
  private final Cache<String, ActorKey> known =
      CacheBuilder.newBuilder().maximumSize(MAX_KEYS).expireAfterWrite(KEPT).build();
  private final Cache<String, Boolean> justRead =
      CacheBuilder.newBuilder().maximumSize(MAX_KEYS).expireAfterWrite(BETWEEN_READINGS).build();

  public ActorKeys(RemoteDocuments documents) {
    this.documents = documents;
  }

  @Override
  public ActorKey find(String keyId)
      throws InvalidSignatureException, SourceException, InterruptedException {
    ActorKey key = known.getIfPresent(keyId);
    return key == null ? refresh(keyId) : key;
  }

  @Override
  public ActorKey refresh(String keyId)
      throws InvalidSignatureException, SourceException, InterruptedException {
    if (justRead.asMap().putIfAbsent(keyId, true) != null) {
      return Optional.ofNullable(known.getIfPresent(keyId))
          .orElseThrow(() -> unproven("found none a moment ago"));
    }
    try {
      ActorKey key = read(keyId);
      known.put(keyId, key);
      return key;
    } catch (SourceException.Refused e) {
      throw unproven("found that it cannot be read: " + e.getMessage());
    }
  }

  private ActorKey read(String keyId)
      throws InvalidSignatureException, SourceException, InterruptedException {
    JsonNode document = documents.read(address(keyId));
    boolean isKeyAlone = document.hasNonNull("publicKeyPem");
    String owner = document.path(isKeyAlone ? "owner" : "id").asText("");
    Optional<String> server = AccountAddresses.host(keyId);
    if (server.isEmpty() || !server.equals(AccountAddresses.host(owner))) {
      throw unproven("found it on another server than its actor");
    }
    JsonNode actor = isKeyAlone ? documents.read(address(owner)) : document;
    JsonNode keys = actor.path("publicKey");
    for (JsonNode key : keys.isArray() ? keys : List.of(keys)) {
      if (key.path("id").asText("").equals(keyId) && actor.path("id").asText("").equals(owner)) {
        return new ActorKey(owner, publicKey(key.path("publicKeyPem").asText("")));
      }
    }
    throw unproven("found none in the document of its actor");
  }

  private static URI address(String keyId) throws InvalidSignatureException {
    try {
      return URI.create(keyId.replaceFirst("#.*", ""));
    } catch (IllegalArgumentException e) {
      throw unproven("found no address of one");
    }
  }

  private static PublicKey publicKey(String pem) throws InvalidSignatureException {
    Matcher encoded = PEM.matcher(pem);
    if (encoded.find()) {
      var key = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(encoded.group(1)));
      for (String algorithm : KEY_ALGORITHMS) {
        Optional<PublicKey> found = publicKey(algorithm, key);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw unproven("found no RSA, Ed25519 or EC key in PEM");
  }

  private static Optional<PublicKey> publicKey(String algorithm, X509EncodedKeySpec key) {
    try {
      return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(key));
    } catch (GeneralSecurityException e) {
      return Optional.empty(); // a key of another algorithm
    }
  }

  private static InvalidSignatureException unproven(String found) {
    return new InvalidSignatureException("keyId: expected the public key of an actor, " + found);
  }
}
