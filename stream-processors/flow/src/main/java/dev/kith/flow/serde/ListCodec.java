package dev.kith.flow.serde;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A list, in its order. */
record ListCodec(Codec element) implements Codec {
  @Override
  public String shape() {
    return "[" + element.shape() + "]";
  }

  @Override
  public void write(@Nullable Object value, DataOutputStream out) throws IOException {
    List<?> list = (List<?>) Objects.requireNonNull(value);
    PlainCodec.putLong(list.size(), out);
    for (Object each : list) {
      element.write(each, out);
    }
  }

  @Override
  public Object read(DataInputStream in) throws IOException {
    int size = (int) PlainCodec.getLong(in);
    List<@Nullable Object> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(element.read(in));
    }
    return Collections.unmodifiableList(list);
  }
}
