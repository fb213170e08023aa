package dev.kith.ingest.bluesky.stream;

import dev.kith.ingest.bluesky.record.InvalidRecordException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Content identifiers of version 1 with SHA-256, the only ones of the AT Protocol. */
final class Cid {
  static final int LENGTH = 36;
  private static final int DAG_CBOR = 0x71;
  private static final int RAW = 0x55;
  private static final int HEADER = 4;
  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

  private Cid() {}

  /** Reads the next CID; returns its text form, multibase base32. */
  static String read(ByteBuffer bytes) throws InvalidRecordException {
    if (bytes.remaining() < LENGTH) {
      throw new InvalidRecordException("expected a CID of 36 bytes, found " + bytes.remaining());
    }
    byte[] cid = new byte[LENGTH];
    bytes.get(cid);
    boolean isKnown =
        cid[0] == 1 && (cid[1] == DAG_CBOR || cid[1] == RAW) && cid[2] == 0x12 && cid[3] == 0x20;
    if (!isKnown) {
      throw new InvalidRecordException("expected a CID of version 1 with SHA-256, found another");
    }
    return text(cid);
  }

  static String text(byte[] cid) {
    var text = new StringBuilder("b");
    int buffer = 0;
    int bits = 0;
    for (byte each : cid) {
      buffer = buffer << 8 | (each & 0xFF);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(DIGITS.charAt((buffer >>> bits) & 31));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(DIGITS.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }

  /** Whether the hash in the bytes of a CID is the hash of the block. */
  static boolean isOf(byte[] cid, byte[] block) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(block);
      return Arrays.equals(cid, HEADER, LENGTH, digest, 0, digest.length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
