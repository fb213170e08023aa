package dev.kith.flow.deadletter;

import dev.kith.clients.AvroSerdes;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** Sends an input record that cannot be deserialized to {@code unreadable.v1}. */
public final class DeadLetterDeserializationHandler implements DeserializationExceptionHandler {
  private Optional<DeadLetterWriter> writer = Optional.empty();

  @Override
  public void configure(Map<String, ?> configs) {
    writer = DeadLetterWriter.from(configs);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> bad, Exception why) {
    return AvroSerdes.isRegistryAway(why)
        ? Response.fail()
        : Response.resume(DeadLetterWriter.write(writer, FailedRecord.of(bad), why));
  }
}
