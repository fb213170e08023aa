package dev.kith.ingest.feed.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.ResourceRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The subscription of one feed at its hub. What a hub sends only says that the feed has changed: it
 * is then read where it stands, so that a lost message loses nothing. The secret lives as long as
 * the process; the next one subscribes anew.
 */
public final class WebSubSubscription {
  private static final Duration LEASE = Duration.ofDays(10);

  /** A request that the hub has not confirmed is repeated after this time. */
  private static final Duration CONFIRMATION = Duration.ofHours(1);

  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "sha1",
          "HmacSHA1",
          "sha256",
          "HmacSHA256",
          "sha384",
          "HmacSHA384",
          "sha512",
          "HmacSHA512");
  private static final int SECRET_BYTES = 32;

  private final ConnectorHttpClient http;
  private final URI callback;
  private final InstantSource clock;
  private final String secret;
  private final AtomicBoolean isPushed = new AtomicBoolean();
  private @Nullable URI hub;
  private @Nullable URI topic;
  private Instant renewal = Instant.MIN;

  WebSubSubscription(ConnectorHttpClient http, URI callback, InstantSource clock) {
    this.http = http;
    this.callback = callback;
    this.clock = clock;
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    this.secret = HexFormat.of().formatHex(random);
  }

  /** Sets the hub of the feed, and the address under which the hub knows the feed. */
  public synchronized void announce(URI newHub, URI newTopic) {
    if (!newHub.equals(hub) || !newTopic.equals(topic)) {
      hub = newHub;
      topic = newTopic;
      renewal = Instant.MIN;
    }
  }

  /** Whether the feed has said which hub it has. */
  public synchronized boolean hasHub() {
    return hub != null;
  }

  /** Subscribes, and again before the lease ends. */
  public void renew() throws SourceException, InterruptedException {
    URI server;
    String body;
    synchronized (this) {
      if (hub == null || clock.instant().isBefore(renewal)) {
        return;
      }
      renewal = clock.instant().plus(CONFIRMATION);
      server = hub;
      body =
          form(
              Map.of(
                  "hub.mode", "subscribe",
                  "hub.topic", String.valueOf(topic),
                  "hub.callback", callback.toString(),
                  "hub.secret", secret,
                  "hub.lease_seconds", String.valueOf(LEASE.toSeconds())));
    }
    http.send(
        ResourceRequest.of("POST", server, "hub of the feed")
            .body("application/x-www-form-urlencoded", body));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
        .sorted()
        .collect(Collectors.joining("&"));
  }

  /**
   * The answer to a hub that asks whether this service has subscribed; empty if it has not.
   *
   * @param seconds for which the hub accepts the subscription
   */
  synchronized Optional<String> confirm(
      String mode, String askedTopic, String challenge, long seconds) {
    boolean isWanted =
        mode.equals("subscribe") && topic != null && askedTopic.equals(topic.toString());
    if (!isWanted) {
      return Optional.empty();
    }
    renewal = clock.instant().plusSeconds(seconds * 9 / 10);
    return Optional.of(challenge);
  }

  /** Takes a message of the hub; one without the right signature is ignored. */
  void receive(byte[] body, String signature) {
    if (hasSigned(body, signature)) {
      isPushed.set(true);
    }
  }

  /** Whether the hub has announced a change since this was last called. */
  public boolean takePush() {
    return isPushed.getAndSet(false);
  }

  private boolean hasSigned(byte[] body, String signature) {
    int separator = signature.indexOf('=');
    String method = signature.substring(0, Math.max(0, separator)).toLowerCase(Locale.ROOT);
    String algorithm = ALGORITHMS.get(method);
    if (algorithm == null) {
      return false;
    }
    String found = signature.substring(separator + 1).toLowerCase(Locale.ROOT);
    String expected = HexFormat.of().formatHex(hmac(algorithm, body));
    return MessageDigest.isEqual(expected.getBytes(UTF_8), found.getBytes(UTF_8));
  }

  private byte[] hmac(String algorithm, byte[] body) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "WebSubSubscription[hidden]";
  }
}
