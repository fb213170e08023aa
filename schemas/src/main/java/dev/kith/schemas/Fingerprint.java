package dev.kith.schemas;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A checksum of a record's content. Each field goes in with its name, and not at all while it has
 * its default value: so a field that is added later leaves the checksum of older records as it was.
 */
final class Fingerprint {
  static {
    TrustedRecordClasses.register();
  }

  private final Writer writer;

  /**
   * For records of {@code schema}.
   *
   * @param leftOut names of the fields that do not count
   */
  Fingerprint(Schema schema, Set<String> leftOut) {
    writer = new Writer(schema, leftOut);
  }

  /** The checksum of one record; safe to call from several threads. */
  int of(SpecificRecord content) {
    var crc = new CRC32C();
    try {
      Encoder encoder =
          EncoderFactory.get()
              .binaryEncoder(new CheckedOutputStream(OutputStream.nullOutputStream(), crc), null);
      writer.write(content, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to nowhere cannot fail", e);
    }
    return (int) crc.getValue();
  }

  /** Avro's own writer, but for the fields it passes over. */
  private static final class Writer extends SpecificDatumWriter<SpecificRecord> {
    // By identity: equal fields of two records, such as the two called kind, are not one.
    private final Set<Field> leftOut = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Field, @Nullable Object> defaults = new IdentityHashMap<>();

    Writer(Schema schema, Set<String> leftOut) {
      super(schema);
      for (String name : leftOut) {
        this.leftOut.add(schema.getField(name));
      }
      rememberDefaults(schema, new HashSet<>());
    }

    private void rememberDefaults(Schema schema, Set<Schema> seen) {
      switch (schema.getType()) {
        case RECORD -> {
          if (seen.add(schema)) {
            schema.getFields().forEach(field -> rememberDefault(field, seen));
          }
        }
        case ARRAY -> rememberDefaults(schema.getElementType(), seen);
        case UNION -> schema.getTypes().forEach(type -> rememberDefaults(type, seen));
        default -> {}
      }
    }

    private void rememberDefault(Field field, Set<Schema> seen) {
      if (field.hasDefaultValue()) {
        defaults.put(field, SpecificData.get().getDefaultValue(field));
      }
      rememberDefaults(field.schema(), seen);
    }

    @Override
    protected void writeField(Object record, Field field, Encoder out, Object state)
        throws IOException {
      if (leftOut.contains(field) || hasDefault((SpecificRecord) record, field)) {
        return;
      }
      out.writeString(field.name());
      super.writeField(record, field, out, state);
    }

    private boolean hasDefault(SpecificRecord record, Field field) {
      return defaults.containsKey(field)
          && Objects.equals(defaults.get(field), record.get(field.pos()));
    }
  }
}
