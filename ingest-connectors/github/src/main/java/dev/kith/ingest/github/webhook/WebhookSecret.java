package dev.kith.ingest.github.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The secret with which GitHub signs its requests. {@code toString} hides it. */
final class WebhookSecret {
  private static final String HMAC_SHA256 = "HmacSHA256";
  private static final String PREFIX = "sha256=";

  private final SecretKeySpec key;

  WebhookSecret(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(UTF_8), HMAC_SHA256);
  }

  /**
   * The secret of a source.
   *
   * @param setting key of the setting, for messages
   */
  static WebhookSecret of(String setting, @Nullable String value, @Nullable Path file) {
    String secret = file == null ? String.valueOf(value) : read(setting, file);
    if (secret.isBlank()) {
      throw new IllegalArgumentException(setting + ": expected a secret, found a blank one");
    }
    return new WebhookSecret(secret.strip());
  }

  private static String read(String setting, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          setting + "-file: expected a readable file, found none", e);
    }
  }

  /** Whether a body was signed with the secret; compared in constant time. */
  boolean hasSigned(byte[] body, String signature) {
    return MessageDigest.isEqual(
        (PREFIX + HexFormat.of().formatHex(hmac(body))).getBytes(UTF_8), signature.getBytes(UTF_8));
  }

  private byte[] hmac(byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC_SHA256);
      mac.init(key);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "WebhookSecret[hidden]";
  }
}
