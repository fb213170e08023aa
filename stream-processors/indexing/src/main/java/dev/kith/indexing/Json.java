package dev.kith.indexing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Writes one document straight to bytes. What is empty is left out: it could not be found anyway.
 */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int USUAL = 1024;

  /** The years that every reader of ISO 8601 understands. */
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** Part of a document. */
  interface Part {
    void write(Json json) throws IOException;
  }

  /** Part of a document, made of one thing of many. */
  interface Each<T> {
    void write(Json json, T one) throws IOException;
  }

  /** The bytes of a document. */
  static byte[] document(Part fields) {
    var bytes = new ByteArrayOutputStream(USUAL);
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      out.writeStartObject();
      fields.write(new Json(out));
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  Json text(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      out.writeStringField(name, value);
    }
    return this;
  }

  Json text(String name, Optional<String> value) throws IOException {
    return text(name, value.orElse(""));
  }

  Json texts(String name, Collection<String> values) throws IOException {
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
  Json words(String name, String value) throws IOException {
    return text(name, composed(value));
  }

  Json words(String name, Optional<String> value) throws IOException {
    return words(name, value.orElse(""));
  }

  Json words(String name, Collection<String> values) throws IOException {
    return texts(name, values.stream().map(Json::composed).distinct().toList());
  }

  /** The same text in Unicode's composed form. */
  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  Json flag(String name, boolean value) throws IOException {
    out.writeBooleanField(name, value);
    return this;
  }

  Json number(String name, long value) throws IOException {
    out.writeNumberField(name, value);
    return this;
  }

  /** A number that is none, such as the logarithm of nothing, is left out. */
  Json number(String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      out.writeNumberField(name, value);
    }
    return this;
  }

  Json moment(String name, Instant value) throws IOException {
    Instant bounded = value.isBefore(EARLIEST) ? EARLIEST : value.isAfter(LATEST) ? LATEST : value;
    return text(name, bounded.toString());
  }

  <T> Json objects(String name, Collection<T> values, Each<T> each) throws IOException {
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
