package dev.kith.flow.deadletter;

import dev.kith.clients.AvroSerdes;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/** Sends the input record of an output that cannot be written to {@code unreadable.v1}. */
public final class DeadLetterProductionHandler implements ProductionExceptionHandler {
  private Optional<DeadLetterWriter> writer = Optional.empty();

  @Override
  public void configure(Map<String, ?> configs) {
    writer = DeadLetterWriter.from(configs);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> bad, Exception why) {
    return why instanceof RecordTooLargeException
        ? Response.resume(DeadLetterWriter.write(writer, FailedRecord.of(context), why))
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
        : Response.resume(DeadLetterWriter.write(writer, FailedRecord.of(context), why));
  }
}
