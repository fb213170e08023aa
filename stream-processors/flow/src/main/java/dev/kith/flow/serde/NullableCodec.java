package dev.kith.flow.serde;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A component that may be missing. */
record NullableCodec(Codec inner) implements Codec {
  @Override
  public String shape() {
    return inner.shape() + "?";
  }

  @Override
  public void write(@Nullable Object value, DataOutputStream out) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      inner.write(value, out);
    }
  }

  @Override
  public @Nullable Object read(DataInputStream in) throws IOException {
    return in.readBoolean() ? inner.read(in) : null;
  }
}
