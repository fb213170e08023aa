package dev.kith.flow.deadletter;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;

/** An error context whose content does not matter to the test. */
final class StubErrorHandlerContext implements ErrorHandlerContext {
  @Override
  public String topic() {
    return "";
  }

  @Override
  public int partition() {
    return 0;
  }

  @Override
  public long offset() {
    return 0;
  }

  @Override
  public Headers headers() {
    return new RecordHeaders();
  }

  @Override
  public String processorNodeId() {
    return "";
  }

  @Override
  public TaskId taskId() {
    return new TaskId(0, 0);
  }

  @Override
  public long timestamp() {
    return 0;
  }

  @Override
  public byte[] sourceRawKey() {
    return new byte[0];
  }

  @Override
  public byte[] sourceRawValue() {
    return new byte[0];
  }
}
