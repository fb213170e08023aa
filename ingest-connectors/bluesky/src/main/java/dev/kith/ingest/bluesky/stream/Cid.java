package dev.kith.ingest.bluesky.stream;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import dev.kith.ingest.bluesky.record.InvalidRecordException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Content identifiers of version 1 with SHA-256, the only ones of the AT Protocol. */
final class Cid {
  static final int LENGTH = 36;
  private static final int DAG_CBOR = 0x71;
  private static final int RAW = 0x55;
  private static final int HEADER = 4;
  private static final BaseEncoding BASE32 = BaseEncoding.base32().lowerCase().omitPadding();

  private Cid() {}

  /** Reads the next CID. */
  static byte[] read(ByteBuffer bytes) throws InvalidRecordException {
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
    return cid;
  }

  /** The text form of a CID, multibase base32. */
  static String text(byte[] cid) {
    return "b" + BASE32.encode(cid);
  }

  /** Whether the hash in the bytes of a CID is the hash of the block. */
  static boolean isOf(byte[] cid, byte[] block) {
    byte[] digest = Hashing.sha256().hashBytes(block).asBytes();
    return Arrays.equals(cid, HEADER, LENGTH, digest, 0, digest.length);
  }
}
