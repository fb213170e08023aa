package dev.kith.flow.deadletter;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/** Sends an input record that a processor refused to {@code unreadable.v1}. */
public final class DeadLetterProcessingHandler implements ProcessingExceptionHandler {
  private Optional<DeadLetterWriter> writer = Optional.empty();

  @Override
  public void configure(Map<String, ?> configs) {
    writer = DeadLetterWriter.from(configs);
  }

  @Override
  public Response handleError(ErrorHandlerContext context, Record<?, ?> bad, Exception why) {
    return why instanceof BadRecordException
        ? Response.resume(DeadLetterWriter.write(writer, FailedRecord.of(context), why))
        : Response.fail();
  }
}
