package dev.kith.flow.serde;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Finds the layout of a type. */
final class Codecs {
  private static final Map<Class<?>, Codec> PLAIN =
      Map.ofEntries(
          Map.entry(String.class, PlainCodec.STRING),
          Map.entry(long.class, PlainCodec.LONG),
          Map.entry(Long.class, PlainCodec.LONG),
          Map.entry(int.class, PlainCodec.INT),
          Map.entry(Integer.class, PlainCodec.INT),
          Map.entry(double.class, PlainCodec.DOUBLE),
          Map.entry(Double.class, PlainCodec.DOUBLE),
          Map.entry(boolean.class, PlainCodec.BOOLEAN),
          Map.entry(Boolean.class, PlainCodec.BOOLEAN),
          Map.entry(Instant.class, PlainCodec.INSTANT),
          Map.entry(ByteBuffer.class, PlainCodec.BYTES));

  private Codecs() {}

  static Codec of(AnnotatedType type) {
    Codec codec = of(type.getType());
    return type.isAnnotationPresent(Nullable.class) ? new NullableCodec(codec) : codec;
  }

  static Codec of(Type type) {
    return switch (type) {
      case ParameterizedType list when list.getRawType() == List.class ->
          new ListCodec(of(list.getActualTypeArguments()[0]));
      case ParameterizedType map when map.getRawType() == Map.class ->
          new MapCodec(of(map.getActualTypeArguments()[0]), of(map.getActualTypeArguments()[1]));
      case Class<?> plain when PLAIN.containsKey(plain) -> PLAIN.get(plain);
      case Class<?> choice when choice.isEnum() -> new EnumCodec(choice);
      case Class<?> record when record.isRecord() -> new RecordCodec(record);
      case Class<?> sealed when sealed.isSealed() -> new SealedCodec(sealed);
      case Class<?> avro when SpecificRecord.class.isAssignableFrom(avro) -> new AvroCodec(avro);
      default -> throw new IllegalArgumentException("no layout for " + type);
    };
  }
}
