package dev.kith.ingest.bluesky.stream;

import dev.kith.ingest.bluesky.record.InvalidRecordException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Reads content-addressable archives (CAR, version 1) and checks each block against its CID. */
final class CarReader {
  private static final int VARINT_BITS = 35;

  private CarReader() {}

  /** The blocks by the text of their CIDs. */
  static Map<String, byte[]> blocks(byte[] archive) throws InvalidRecordException {
    ByteBuffer bytes = ByteBuffer.wrap(archive);
    section(bytes, "header");
    Map<String, byte[]> blocks = new HashMap<>();
    while (bytes.hasRemaining()) {
      ByteBuffer section = section(bytes, "block");
      byte[] cid = Cid.read(section);
      byte[] block = new byte[section.remaining()];
      section.get(block);
      if (!Cid.isOf(cid, block)) {
        throw new InvalidRecordException(
            "expected a block with the hash of its CID, found another hash");
      }
      blocks.put(Cid.text(cid), block);
    }
    return blocks;
  }

  private static ByteBuffer section(ByteBuffer bytes, String name) throws InvalidRecordException {
    long length = varint(bytes);
    if (length > bytes.remaining()) {
      throw new InvalidRecordException(
          "expected a %s of %d bytes in the archive, found %d"
              .formatted(name, length, bytes.remaining()));
    }
    ByteBuffer section = bytes.slice(bytes.position(), (int) length);
    bytes.position(bytes.position() + (int) length);
    return section;
  }

  private static long varint(ByteBuffer bytes) throws InvalidRecordException {
    long value = 0;
    for (int shift = 0; shift < VARINT_BITS && bytes.hasRemaining(); shift += 7) {
      int each = bytes.get();
      value |= (long) (each & 0x7F) << shift;
      if (each >= 0) {
        return value;
      }
    }
    throw new InvalidRecordException("expected the length of a section in the archive, found none");
  }
}
