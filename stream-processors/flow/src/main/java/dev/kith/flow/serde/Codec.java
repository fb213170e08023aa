package dev.kith.flow.serde;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How one type is laid out in bytes.
 *
 * @param shape everything about the type that decides the layout, in one line
 */
record Codec(String shape, Encoder encoder, Decoder decoder) {

  /** Writes one value. */
  interface Encoder {
    void write(@Nullable Object value, DataOutputStream out) throws IOException;
  }

  /** Reads one value. */
  interface Decoder {
    @Nullable Object read(DataInputStream in) throws IOException;
  }

  void write(@Nullable Object value, DataOutputStream out) throws IOException {
    encoder.write(value, out);
  }

  @Nullable Object read(DataInputStream in) throws IOException {
    return decoder.read(in);
  }
}
