package dev.kith.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.zip.CRC32C;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Which of two versions of the same thing counts. A total order that depends on content only, never
 * on arrival: higher revision first, then a hash of the content, so that two sources that disagree
 * without stating a revision still give every reader the same winner.
 */
public final class Revisions {
  private static final int HASH_BITS = 20;
  private static final long LARGEST_REVISION = (1L << 42) - 1;

  private Revisions() {}

  /** Order of an activity; also its version in Elasticsearch. Source and original do not count. */
  public static long order(Activity activity) {
    var content =
        Activity.newBuilder(activity)
            .setSource("")
            .setOriginal(ByteBuffer.allocate(0))
            .setOriginalType(null)
            .build();
    return revision(activity.getRevision()) | hash(content);
  }

  /** Order of a profile. What an account says of itself outweighs every word of others. */
  public static long order(Profile profile) {
    var content = Profile.newBuilder(profile).setSource("").setSeen(Instant.EPOCH).build();
    long asserted = profile.getAsserted() == Asserted.SELF ? 1L << 62 : 0;
    return asserted | revision(profile.getRevision()) | hash(content);
  }

  private static long revision(long revision) {
    return Math.clamp(revision, 0, LARGEST_REVISION) << HASH_BITS;
  }

  private static long hash(SpecificRecord content) {
    var bytes = new ByteArrayOutputStream(512);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      new SpecificDatumWriter<>(content.getSchema()).write(content, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    var crc = new CRC32C();
    crc.update(bytes.toByteArray());
    return crc.getValue() & ((1L << HASH_BITS) - 1);
  }
}
