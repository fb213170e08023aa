package dev.kith.flow.serde;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A map, in its order. */
record MapCodec(Codec key, Codec value) implements Codec {
  @Override
  public String shape() {
    return "{" + key.shape() + ":" + value.shape() + "}";
  }

  @Override
  public void write(@Nullable Object map, DataOutputStream out) throws IOException {
    Map<?, ?> entries = (Map<?, ?>) Objects.requireNonNull(map);
    PlainCodec.putLong(entries.size(), out);
    for (var entry : entries.entrySet()) {
      key.write(entry.getKey(), out);
      value.write(entry.getValue(), out);
    }
  }

  @Override
  public Object read(DataInputStream in) throws IOException {
    int size = (int) PlainCodec.getLong(in);
    Map<@Nullable Object, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(size);
    for (int i = 0; i < size; i++) {
      map.put(key.read(in), value.read(in));
    }
    return Collections.unmodifiableMap(map);
  }
}
