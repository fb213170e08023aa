package dev.kith.flow.serde;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * The serde of stores and internal topics, made from the components of a record. Two bytes in front
 * are a checksum of the type's layout; bytes of another layout are refused with a clear message
 * instead of being misread.
 *
 * @param <T> a record, or a sealed interface of records
 */
public final class RecordSerde<T> {
  private final Codec codec;
  private final short shape;

  private RecordSerde(Class<T> type) {
    codec = Codecs.of(type);
    shape = shape(codec);
  }

  /** The serde of a record or of a sealed interface of records; null stays null. */
  public static <T> Serde<T> of(Class<T> type) {
    var serde = new RecordSerde<>(type);
    return Serdes.serdeFrom(
        (topic, value) -> serde.write(value),
        (topic, bytes) -> bytes == null ? null : type.cast(serde.read(bytes)));
  }

  private static short shape(Codec codec) {
    var crc = new CRC32C();
    crc.update(codec.shape().getBytes(StandardCharsets.UTF_8));
    return (short) crc.getValue();
  }

  private byte @Nullable [] write(@Nullable T value) {
    if (value == null) {
      return null;
    }
    var bytes = new Growing();
    try (var out = new DataOutputStream(bytes)) {
      out.writeShort(shape);
      codec.write(value, out);
    } catch (IOException e) {
      throw new SerializationException("cannot write " + codec.shape(), e);
    }
    return bytes.all();
  }

  private @Nullable Object read(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readShort() != shape) {
        throw new SerializationException(
            "expected the shape of " + codec.shape() + ", found another: rebuild this state");
      }
      return codec.read(in);
    } catch (IOException e) {
      throw new SerializationException("cannot read " + codec.shape(), e);
    }
  }

  /** Bytes that one thread writes: Java's own takes a lock for each. */
  private static final class Growing extends OutputStream {
    private byte[] bytes = new byte[256];
    private int size;

    @Override
    public void write(int one) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, size * 2);
      }
      bytes[size++] = (byte) one;
    }

    @Override
    public void write(byte[] from, int start, int count) {
      if (size + count > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(size * 2, size + count));
      }
      System.arraycopy(from, start, bytes, size, count);
      size += count;
    }

    byte[] all() {
      return Arrays.copyOf(bytes, size);
    }
  }
}
