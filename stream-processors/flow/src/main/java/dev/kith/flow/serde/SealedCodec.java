package dev.kith.flow.serde;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sealed interface: which of its records, then the record. */
final class SealedCodec implements Codec {
  private final List<Class<?>> types;
  private final List<Codec> codecs;

  SealedCodec(Class<?> type) {
    types = List.of(Objects.requireNonNull(type.getPermittedSubclasses(), "a sealed type"));
    codecs = types.stream().map(Codecs::of).toList();
  }

  @Override
  public String shape() {
    return codecs.stream().map(Codec::shape).collect(Collectors.joining("|", "<", ">"));
  }

  @Override
  public void write(@Nullable Object value, DataOutputStream out) throws IOException {
    int which = types.indexOf(Objects.requireNonNull(value).getClass());
    out.writeByte(which);
    codecs.get(which).write(value, out);
  }

  @Override
  public @Nullable Object read(DataInputStream in) throws IOException {
    return codecs.get(in.readUnsignedByte()).read(in);
  }
}
