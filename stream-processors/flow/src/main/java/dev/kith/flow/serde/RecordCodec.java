package dev.kith.flow.serde;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record: its components, in their order. */
final class RecordCodec {
  private final String name;
  private final Codec[] codecs;
  private final Method[] accessors;
  private final Constructor<?> constructor;

  private RecordCodec(Class<?> type) {
    RecordComponent[] components = Objects.requireNonNull(type.getRecordComponents(), "a record");
    name = type.getSimpleName();
    codecs =
        Stream.of(components).map(part -> Codecs.of(part.getAnnotatedType())).toArray(Codec[]::new);
    accessors = Stream.of(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    Stream.of(accessors).forEach(accessor -> accessor.setAccessible(true));
    constructor = constructor(type, components);
  }

  static Codec of(Class<?> type) {
    var record = new RecordCodec(type);
    return new Codec(record.shape(), record::write, record::read);
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has a canonical constructor", e);
    }
  }

  private String shape() {
    return Stream.of(codecs).map(Codec::shape).collect(Collectors.joining(",", "(", ")"));
  }

  private void write(@Nullable Object value, DataOutputStream out) throws IOException {
    for (int i = 0; i < codecs.length; i++) {
      codecs[i].write(component(accessors[i], value), out);
    }
  }

  private Object read(DataInputStream in) throws IOException {
    @Nullable Object[] values = new @Nullable Object[codecs.length];
    for (int i = 0; i < codecs.length; i++) {
      values[i] = codecs[i].read(in);
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IOException("refused by " + name, e);
    }
  }

  private @Nullable Object component(Method accessor, @Nullable Object value) throws IOException {
    try {
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IOException("cannot look into " + name, e);
    }
  }
}
