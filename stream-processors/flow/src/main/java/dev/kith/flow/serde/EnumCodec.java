package dev.kith.flow.serde;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One of a closed choice, as its place in it. */
record EnumCodec(Class<?> type) implements Codec {
  @Override
  public String shape() {
    return type.getSimpleName() + Arrays.toString(type.getEnumConstants());
  }

  @Override
  @SuppressWarnings("EnumOrdinal") // the shape names the constants in their order
  public void write(@Nullable Object value, DataOutputStream out) throws IOException {
    out.writeByte(((Enum<?>) Objects.requireNonNull(value)).ordinal());
  }

  @Override
  public Object read(DataInputStream in) throws IOException {
    return constants()[in.readUnsignedByte()];
  }

  private Object[] constants() {
    return Objects.requireNonNull(type.getEnumConstants(), "an enum");
  }
}
