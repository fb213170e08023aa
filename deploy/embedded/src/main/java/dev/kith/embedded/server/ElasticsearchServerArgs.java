package dev.kith.embedded.server;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.UUID;

/**
 * The arguments that the launcher of Elasticsearch writes to the standard input of the server:
 * {@code org.elasticsearch.bootstrap.ServerArgs} as {@code StreamOutput} encodes it. The protocol
 * is internal, so the version is pinned.
 */
final class ElasticsearchServerArgs {

  private static final int KEYSTORE_FORMAT = 7;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private ElasticsearchServerArgs() {}

  static ByteBuffer encode(Map<String, String> settings, Path config, Path logs)
      throws IOException {
    ElasticsearchServerArgs args = new ElasticsearchServerArgs();
    args.flags(false, false, false); // daemonize, quiet, has a pid file
    args.keystore(Map.of("keystore.seed", UUID.randomUUID().toString()));
    args.variable(settings.size());
    for (var setting : settings.entrySet()) {
      args.text(setting.getKey());
      args.out.writeByte(0); // a string
      args.text(setting.getValue());
    }
    args.text(config.toString());
    args.text(logs.toString());
    return ByteBuffer.wrap(args.bytes.toByteArray());
  }

  private void flags(boolean... values) throws IOException {
    for (boolean value : values) {
      out.writeBoolean(value);
    }
  }

  private void keystore(Map<String, String> secrets) throws IOException {
    text("org.elasticsearch.common.settings.KeyStoreWrapper");
    out.writeInt(KEYSTORE_FORMAT);
    flags(false, false); // has a password, has encrypted bytes
    variable(secrets.size());
    for (var secret : secrets.entrySet()) {
      byte[] value = secret.getValue().getBytes(StandardCharsets.UTF_8);
      text(secret.getKey());
      array(value);
      array(sha256(value));
    }
    flags(false); // closed
  }

  private void variable(int value) throws IOException {
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      out.writeByte((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  private void array(byte[] value) throws IOException {
    variable(value.length);
    out.write(value);
  }

  /** Writes the length in UTF-16 units, then each unit in one to three bytes. */
  private void text(String text) throws IOException {
    variable(text.length());
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit <= 0x7F) {
        out.writeByte(unit);
      } else if (unit <= 0x7FF) {
        out.writeByte(0xC0 | (unit >> 6 & 0x1F));
        out.writeByte(0x80 | (unit & 0x3F));
      } else {
        out.writeByte(0xE0 | (unit >> 12 & 0x0F));
        out.writeByte(0x80 | (unit >> 6 & 0x3F));
        out.writeByte(0x80 | (unit & 0x3F));
      }
    }
  }

  private static byte[] sha256(byte[] value) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
