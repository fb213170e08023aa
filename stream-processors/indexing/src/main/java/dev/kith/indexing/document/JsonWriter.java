package dev.kith.indexing.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Writes one document to bytes. Empty values are left out. */
final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int USUAL = 1024;

  /** The years that every reader of ISO 8601 understands. */
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final JsonGenerator out;

  private JsonWriter(JsonGenerator out) {
    this.out = out;
  }

  /** Part of a document. */
  interface Part {
    void write(JsonWriter json) throws IOException;
  }

  /** Part of a document, made of one thing of many. */
  interface Each<T> {
    void write(JsonWriter json, T one) throws IOException;
  }

  /** The bytes of a document. */
  static byte[] document(Part fields) {
    var bytes = new ByteArrayOutputStream(USUAL);
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      out.writeStartObject();
      fields.write(new JsonWriter(out));
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  JsonWriter text(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      out.writeStringField(name, value);
    }
    return this;
  }

  JsonWriter text(String name, Optional<String> value) throws IOException {
    return text(name, value.orElse(""));
  }

  JsonWriter texts(String name, Collection<String> values) throws IOException {
    if (!values.isEmpty()) {
      out.writeArrayFieldStart(name);
      for (String value : values) {
        out.writeString(value);
      }
      out.writeEndArray();
    }
    return this;
  }

  /**
   * Words to be found, in Unicode's composed form (NFC): the same letters are then the same
   * characters, whichever way they were typed.
   */
  JsonWriter words(String name, String value) throws IOException {
    return text(name, composed(value));
  }

  JsonWriter words(String name, Optional<String> value) throws IOException {
    return words(name, value.orElse(""));
  }

  JsonWriter words(String name, Collection<String> values) throws IOException {
    return texts(name, values.stream().map(JsonWriter::composed).distinct().toList());
  }

  /** The same text in Unicode's composed form. */
  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  JsonWriter flag(String name, boolean value) throws IOException {
    out.writeBooleanField(name, value);
    return this;
  }

  JsonWriter number(String name, long value) throws IOException {
    out.writeNumberField(name, value);
    return this;
  }

  /** A number that is none, such as the logarithm of nothing, is left out. */
  JsonWriter number(String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      out.writeNumberField(name, value);
    }
    return this;
  }

  JsonWriter moment(String name, Instant value) throws IOException {
    Instant bounded = value.isBefore(EARLIEST) ? EARLIEST : value.isAfter(LATEST) ? LATEST : value;
    return text(name, bounded.toString());
  }

  JsonWriter day(String name, LocalDate value) throws IOException {
    LocalDate bounded =
        value.isBefore(FIRST_DAY) ? FIRST_DAY : value.isAfter(LAST_DAY) ? LAST_DAY : value;
    return text(name, bounded.toString());
  }

  JsonWriter day(String name, Optional<LocalDate> value) throws IOException {
    return value.isPresent() ? day(name, value.get()) : this;
  }

  /** An array of records of the contract, which consist of texts, numbers and flags. */
  JsonWriter records(String name, Collection<? extends SpecificRecord> values) throws IOException {
    return objects(name, values, JsonWriter::fields);
  }

  private static void fields(JsonWriter json, SpecificRecord record) throws IOException {
    for (Schema.Field field : record.getSchema().getFields()) {
      json.value(field.name(), record.get(field.pos()));
    }
  }

  private void value(String name, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> {}
      case Boolean flag -> flag(name, flag);
      case Double number -> number(name, number.doubleValue());
      case Number number -> number(name, number.longValue());
      default -> text(name, value.toString());
    }
  }

  <T> JsonWriter objects(String name, Collection<T> values, Each<T> each) throws IOException {
    if (!values.isEmpty()) {
      out.writeArrayFieldStart(name);
      for (T value : values) {
        out.writeStartObject();
        each.write(this, value);
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    return this;
  }
}
