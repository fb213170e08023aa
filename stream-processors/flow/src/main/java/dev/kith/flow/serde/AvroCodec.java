package dev.kith.flow.serde;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;

/** A record of the contract inside a private one: plain Avro, without a registry. */
final class AvroCodec implements Codec {
  private final Schema schema;

  AvroCodec(Class<?> type) {
    schema = SpecificData.get().getSchema(type);
  }

  @Override
  public String shape() {
    return schema.toString();
  }

  @Override
  public void write(@Nullable Object value, DataOutputStream out) throws IOException {
    var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new SpecificDatumWriter<>(schema).write(Objects.requireNonNull(value), encoder);
    encoder.flush();
  }

  @Override
  public Object read(DataInputStream in) throws IOException {
    BinaryDecoder decoder = DecoderFactory.get().directBinaryDecoder(in, null);
    return new SpecificDatumReader<>(schema).read(null, decoder);
  }
}
