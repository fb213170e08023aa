package dev.kith.flow;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/** Sets a record that could not be thought about aside. */
public final class RefusedRecords implements ProcessingExceptionHandler {
  private Optional<Envelope> envelope = Optional.empty();

  @Override
  public void configure(Map<String, ?> configs) {
    envelope = Envelope.from(configs);
  }

  @Override
  public Response handleError(ErrorHandlerContext context, Record<?, ?> bad, Exception why) {
    return why instanceof BadRecord
        ? Response.resume(Envelope.letter(envelope, Origin.of(context), why))
        : Response.fail();
  }
}
