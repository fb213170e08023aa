package dev.kith.flow.serde;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How one type is laid out in bytes. */
interface Codec {
  /** Everything about the type that decides the layout, in one line. */
  String shape();

  void write(@Nullable Object value, DataOutputStream out) throws IOException;

  @Nullable Object read(DataInputStream in) throws IOException;
}
