package dev.kith.flow.serde;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts, numbers, moments and bytes; whole numbers take as few bytes as they need. */
enum PlainCodec implements Codec {
  STRING {
    @Override
    void put(Object value, DataOutputStream out) throws IOException {
      byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
      putLong(bytes.length, out);
      out.write(bytes);
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      byte[] bytes = new byte[(int) getLong(in)];
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  },
  LONG {
    @Override
    void put(Object value, DataOutputStream out) throws IOException {
      putLong((Long) value, out);
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      return getLong(in);
    }
  },
  INT {
    @Override
    void put(Object value, DataOutputStream out) throws IOException {
      putLong((Integer) value, out);
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      return (int) getLong(in);
    }
  },
  DOUBLE {
    @Override
    void put(Object value, DataOutputStream out) throws IOException {
      out.writeDouble((Double) value);
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      return in.readDouble();
    }
  },
  BOOLEAN {
    @Override
    void put(Object value, DataOutputStream out) throws IOException {
      out.writeBoolean((Boolean) value);
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      return in.readBoolean();
    }
  },
  INSTANT {
    @Override
    void put(Object value, DataOutputStream out) throws IOException {
      putLong(((Instant) value).toEpochMilli(), out);
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      return Instant.ofEpochMilli(getLong(in));
    }
  },
  BYTES {
    @Override
    void put(Object value, DataOutputStream out) throws IOException {
      ByteBuffer bytes = ((ByteBuffer) value).duplicate();
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      putLong(copy.length, out);
      out.write(copy);
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      byte[] bytes = new byte[(int) getLong(in)];
      in.readFully(bytes);
      return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }
  };

  abstract void put(Object value, DataOutputStream out) throws IOException;

  @Override
  public void write(@Nullable Object value, DataOutputStream out) throws IOException {
    put(Objects.requireNonNull(value), out);
  }

  @Override
  public String shape() {
    return name();
  }

  /** Seven bits a byte, the sign in the lowest bit. */
  static void putLong(long number, DataOutputStream out) throws IOException {
    long rest = (number << 1) ^ (number >> 63);
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  static long getLong(DataInputStream in) throws IOException {
    long number = 0;
    int shift = 0;
    byte read;
    do {
      read = in.readByte();
      number |= (read & 0x7FL) << shift;
      shift += 7;
    } while (read < 0);
    return (number >>> 1) ^ -(number & 1);
  }
}
