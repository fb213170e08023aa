package dev.kith.flow.serde;

import static java.util.stream.Collectors.joining;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.ByteUtils;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Finds the layout of a type. Whole numbers take as few bytes as they need. */
final class Codecs {
  private static final Codec STRING =
      plain(
          "STRING",
          String.class,
          (text, out) -> writeBytes(text.getBytes(StandardCharsets.UTF_8), out),
          in -> new String(readBytes(in), StandardCharsets.UTF_8));
  private static final Codec LONG =
      plain("LONG", Long.class, ByteUtils::writeVarlong, ByteUtils::readVarlong);
  private static final Codec INT =
      plain("INT", Integer.class, ByteUtils::writeVarlong, in -> (int) ByteUtils.readVarlong(in));
  private static final Codec DOUBLE =
      plain(
          "DOUBLE",
          Double.class,
          (number, out) -> out.writeDouble(number),
          DataInputStream::readDouble);
  private static final Codec BOOLEAN =
      plain(
          "BOOLEAN",
          Boolean.class,
          (bool, out) -> out.writeBoolean(bool),
          DataInputStream::readBoolean);
  private static final Codec INSTANT =
      plain(
          "INSTANT",
          Instant.class,
          (moment, out) -> ByteUtils.writeVarlong(moment.toEpochMilli(), out),
          in -> Instant.ofEpochMilli(ByteUtils.readVarlong(in)));
  private static final Codec BYTES =
      plain(
          "BYTES",
          ByteBuffer.class,
          (bytes, out) -> writeBytes(Utils.toArray(bytes), out),
          in -> ByteBuffer.wrap(readBytes(in)).asReadOnlyBuffer());

  private static final Map<Class<?>, Codec> PLAIN =
      Map.ofEntries(
          Map.entry(String.class, STRING),
          Map.entry(long.class, LONG),
          Map.entry(Long.class, LONG),
          Map.entry(int.class, INT),
          Map.entry(Integer.class, INT),
          Map.entry(double.class, DOUBLE),
          Map.entry(Double.class, DOUBLE),
          Map.entry(boolean.class, BOOLEAN),
          Map.entry(Boolean.class, BOOLEAN),
          Map.entry(Instant.class, INSTANT),
          Map.entry(ByteBuffer.class, BYTES));

  private Codecs() {}

  static Codec of(AnnotatedType type) {
    Codec codec = of(type.getType());
    return type.isAnnotationPresent(Nullable.class) ? nullable(codec) : codec;
  }

  static Codec of(Type type) {
    return switch (type) {
      case ParameterizedType list when list.getRawType() == List.class ->
          list(of(list.getActualTypeArguments()[0]));
      case ParameterizedType map when map.getRawType() == Map.class ->
          map(of(map.getActualTypeArguments()[0]), of(map.getActualTypeArguments()[1]));
      case Class<?> plain when PLAIN.containsKey(plain) -> PLAIN.get(plain);
      case Class<?> choice when choice.isEnum() -> choice(choice);
      case Class<?> record when record.isRecord() -> RecordCodec.of(record);
      case Class<?> sealed when sealed.isSealed() -> sealed(sealed);
      default -> throw new IllegalArgumentException("no layout for " + type);
    };
  }

  /** Writes a value that is there. */
  private interface PlainEncoder<T> {
    void write(T value, DataOutputStream out) throws IOException;
  }

  private static <T> Codec plain(
      String shape, Class<T> type, PlainEncoder<T> encoder, Codec.Decoder decoder) {
    return new Codec(
        shape,
        (value, out) -> encoder.write(type.cast(Objects.requireNonNull(value)), out),
        decoder);
  }

  /** A component that may be missing. */
  private static Codec nullable(Codec inner) {
    return new Codec(
        inner.shape() + "?",
        (value, out) -> {
          out.writeBoolean(value != null);
          if (value != null) {
            inner.write(value, out);
          }
        },
        in -> in.readBoolean() ? inner.read(in) : null);
  }

  /** A list, in its order. */
  private static Codec list(Codec element) {
    return new Codec(
        "[" + element.shape() + "]",
        (value, out) -> {
          List<?> list = (List<?>) Objects.requireNonNull(value);
          ByteUtils.writeVarlong(list.size(), out);
          for (Object each : list) {
            element.write(each, out);
          }
        },
        in -> {
          int size = (int) ByteUtils.readVarlong(in);
          List<@Nullable Object> list = new ArrayList<>(size);
          for (int i = 0; i < size; i++) {
            list.add(element.read(in));
          }
          return Collections.unmodifiableList(list);
        });
  }

  /** A map, in its order. */
  private static Codec map(Codec key, Codec value) {
    return new Codec(
        "{" + key.shape() + ":" + value.shape() + "}",
        (map, out) -> {
          Map<?, ?> entries = (Map<?, ?>) Objects.requireNonNull(map);
          ByteUtils.writeVarlong(entries.size(), out);
          for (var entry : entries.entrySet()) {
            key.write(entry.getKey(), out);
            value.write(entry.getValue(), out);
          }
        },
        in -> {
          int size = (int) ByteUtils.readVarlong(in);
          Map<@Nullable Object, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(size);
          for (int i = 0; i < size; i++) {
            map.put(key.read(in), value.read(in));
          }
          return Collections.unmodifiableMap(map);
        });
  }

  /** One of a closed choice, as its place in it. */
  @SuppressWarnings("EnumOrdinal") // the shape names the constants in their order
  private static Codec choice(Class<?> type) {
    Object[] constants = Objects.requireNonNull(type.getEnumConstants(), "an enum");
    return new Codec(
        Arrays.toString(constants),
        (value, out) -> out.writeByte(((Enum<?>) Objects.requireNonNull(value)).ordinal()),
        in -> constants[in.readUnsignedByte()]);
  }

  /** A sealed interface: which of its records, then the record. */
  private static Codec sealed(Class<?> type) {
    List<Class<?>> types =
        List.of(Objects.requireNonNull(type.getPermittedSubclasses(), "a sealed type"));
    List<Codec> codecs = types.stream().map(Codecs::of).toList();
    return new Codec(
        codecs.stream().map(Codec::shape).collect(joining("|", "<", ">")),
        (value, out) -> {
          int which = types.indexOf(Objects.requireNonNull(value).getClass());
          out.writeByte(which);
          codecs.get(which).write(value, out);
        },
        in -> codecs.get(in.readUnsignedByte()).read(in));
  }

  private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
    ByteUtils.writeVarlong(bytes.length, out);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[(int) ByteUtils.readVarlong(in)];
    in.readFully(bytes);
    return bytes;
  }
}
