package dev.kith.flow.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/** The input record during whose processing something failed. */
record FailedRecord(
    String topic, int partition, long offset, Optional<String> key, ByteBuffer original) {
  private static final int LARGEST = 256 * 1024;

  static FailedRecord of(ConsumerRecord<byte[], byte[]> read) {
    return new FailedRecord(
        read.topic(), read.partition(), read.offset(), text(read.key()), bytes(read.value()));
  }

  static FailedRecord of(ErrorHandlerContext context) {
    return new FailedRecord(
        context.topic() == null ? "" : context.topic(),
        context.partition(),
        context.offset(),
        text(context.sourceRawKey()),
        bytes(context.sourceRawValue()));
  }

  private static Optional<String> text(byte @Nullable [] key) {
    return Optional.ofNullable(key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static ByteBuffer bytes(byte @Nullable [] value) {
    return value == null
        ? ByteBuffer.allocate(0)
        : ByteBuffer.wrap(Arrays.copyOf(value, Math.min(value.length, LARGEST)));
  }
}
