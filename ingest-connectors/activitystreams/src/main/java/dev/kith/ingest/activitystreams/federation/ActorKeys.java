package dev.kith.ingest.activitystreams.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.util.concurrent.Striped;
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
import java.util.concurrent.locks.Lock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads public keys from the documents of actors, and caches them for a day. A key is accepted only
 * if the document of an actor on the same server names it. Safe for several threads.
 */
public final class ActorKeys implements PublicKeys {
  private static final int MAX_KEYS = 10_000;
  private static final Duration MAX_KEY_AGE = Duration.ofDays(1);

  /** Wrong signatures with one key id cause at most one request to its server in this time. */
  private static final Duration MIN_REFRESH_PAUSE = Duration.ofMinutes(1);

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");
  private static final List<String> KEY_ALGORITHMS = List.of("RSA", "Ed25519", "EC");

  private final RemoteDocuments documents;
  private final Cache<String, ActorKey> cache =
      CacheBuilder.newBuilder().maximumSize(MAX_KEYS).expireAfterWrite(MAX_KEY_AGE).build();
  private final Cache<String, Boolean> recentlyRead =
      CacheBuilder.newBuilder().maximumSize(MAX_KEYS).expireAfterWrite(MIN_REFRESH_PAUSE).build();

  /** Requests with one key wait for the first of them. */
  private final Striped<Lock> reading = Striped.lock(64);

  public ActorKeys(RemoteDocuments documents) {
    this.documents = documents;
  }

  @Override
  public ActorKey find(String keyId)
      throws InvalidSignatureException, SourceException, InterruptedException {
    ActorKey key = cache.getIfPresent(keyId);
    return key == null ? refresh(keyId) : key;
  }

  @Override
  public ActorKey refresh(String keyId)
      throws InvalidSignatureException, SourceException, InterruptedException {
    Lock lock = reading.get(keyId);
    lock.lockInterruptibly();
    try {
      if (recentlyRead.getIfPresent(keyId) != null) {
        return Optional.ofNullable(cache.getIfPresent(keyId))
            .orElseThrow(() -> noKey("found none a moment ago"));
      }
      ActorKey key = readNow(keyId);
      cache.put(keyId, key);
      return key;
    } finally {
      lock.unlock();
    }
  }

  /** A server that does not answer now is asked again by the next request. */
  private ActorKey readNow(String keyId)
      throws InvalidSignatureException, SourceException, InterruptedException {
    recentlyRead.put(keyId, true);
    try {
      return read(keyId);
    } catch (SourceException.Refused e) {
      throw noKey("found that it cannot be read: " + e.getMessage());
    } catch (SourceException e) {
      recentlyRead.invalidate(keyId);
      throw e;
    }
  }

  private ActorKey read(String keyId)
      throws InvalidSignatureException, SourceException, InterruptedException {
    JsonNode document = documents.read(address(keyId));
    boolean isKeyDocument = document.hasNonNull("publicKeyPem");
    String owner = document.path(isKeyDocument ? "owner" : "id").asText("");
    Optional<String> server = AccountAddresses.host(keyId);
    if (server.isEmpty() || !server.equals(AccountAddresses.host(owner))) {
      throw noKey("found it on another server than its actor");
    }
    JsonNode actor = isKeyDocument ? documents.read(address(owner)) : document;
    JsonNode keys = actor.path("publicKey");
    for (JsonNode key : keys.isArray() ? keys : List.of(keys)) {
      if (key.path("id").asText("").equals(keyId) && actor.path("id").asText("").equals(owner)) {
        return new ActorKey(owner, publicKey(key.path("publicKeyPem").asText("")));
      }
    }
    throw noKey("found none in the document of its actor");
  }

  private static URI address(String keyId) throws InvalidSignatureException {
    try {
      return URI.create(keyId.replaceFirst("#.*", ""));
    } catch (IllegalArgumentException e) {
      throw noKey("found no address of one");
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
    throw noKey("found no RSA, Ed25519 or EC key in PEM");
  }

  private static Optional<PublicKey> publicKey(String algorithm, X509EncodedKeySpec key) {
    try {
      return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(key));
    } catch (GeneralSecurityException e) {
      return Optional.empty(); // a key of another algorithm
    }
  }

  private static InvalidSignatureException noKey(String found) {
    return new InvalidSignatureException("keyId: expected the public key of an actor, " + found);
  }
}
