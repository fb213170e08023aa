package dev.kith.flow;

import dev.kith.schemas.AvroSerdes;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/** Sets a record that could not be written aside. */
public final class UnwrittenRecords implements ProductionExceptionHandler {
  private Optional<Envelope> envelope = Optional.empty();

  @Override
  public void configure(Map<String, ?> configs) {
    envelope = Envelope.from(configs);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> bad, Exception why) {
    return why instanceof RecordTooLargeException
        ? Response.resume(Envelope.letter(envelope, Origin.of(context), why))
        : Response.fail();
  }

  @Override
  @SuppressWarnings("rawtypes") // as Kafka declares it
  public Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord bad,
      Exception why,
      SerializationExceptionOrigin origin) {
    return AvroSerdes.isRegistryAway(why)
        ? Response.fail()
        : Response.resume(Envelope.letter(envelope, Origin.of(context), why));
  }
}
