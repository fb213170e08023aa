package dev.kith.flow;

import dev.kith.schemas.AvroSerdes;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** Sets a record that could not be read aside. */
public final class UnreadRecords implements DeserializationExceptionHandler {
  private Optional<Envelope> envelope = Optional.empty();

  @Override
  public void configure(Map<String, ?> configs) {
    envelope = Envelope.from(configs);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> bad, Exception why) {
    return AvroSerdes.isRegistryAway(why)
        ? Response.fail()
        : Response.resume(Envelope.letter(envelope, Origin.of(bad), why));
  }
}
