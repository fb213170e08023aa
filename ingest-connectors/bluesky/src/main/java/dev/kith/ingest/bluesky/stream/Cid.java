package dev.kith.ingest.bluesky.stream;

import dev.kith.ingest.bluesky.record.InvalidRecordException;
import java.math.BigInteger;
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

  /** Base32 of five bits a letter, the last one filled up with zeros. */
  static String text(byte[] cid) {
    int letters = (cid.length * Byte.SIZE + 4) / 5;
    BigInteger filled = new BigInteger(1, cid).shiftLeft(letters * 5 - cid.length * Byte.SIZE);
    var text = new StringBuilder("b");
    for (int letter = letters - 1; letter >= 0; letter--) {
      text.append(DIGITS.charAt(filled.shiftRight(letter * 5).intValue() & 31));
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
