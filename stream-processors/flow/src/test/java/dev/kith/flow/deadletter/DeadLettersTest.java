package dev.kith.flow.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.clients.AvroSerdes;
import dev.kith.clients.Topics;
import dev.kith.schemas.UnreadableRecord;
import java.io.EOFException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Result;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
  private final Topics topics = Topics.with(AvroSerdes.using("mock://dead-letters"), "test.");

  @Test
  void aDeadLetterHoldsTheRecordItsOriginAndTheReason() {
    var counted = new AtomicInteger();
    var writer = new DeadLetterWriter("identity", topics.unreadable(), counted::incrementAndGet);
    byte[] bytes = {1, 2, 3};
    var bad = new ConsumerRecord<>("test.profiles.v1", 1, 42, new byte[] {'k'}, bytes);

    var deadLetters =
        DeadLetterWriter.write(
            Optional.of(writer),
            FailedRecord.of(bad),
            new RuntimeException(new EOFException("short")));

    assertThat(counted).hasValue(1);
    assertThat(deadLetters).singleElement().extracting("topic").isEqualTo("test.unreadable.v1");
    UnreadableRecord deadLetter = read(deadLetters.getFirst().value());
    assertThat(deadLetter.getStep()).isEqualTo("identity");
    assertThat(deadLetter.getReason()).isEqualTo("EOFException: short");
    assertThat(deadLetter.getTopic()).contains("test.profiles.v1");
    assertThat(deadLetter.getPartition()).isEqualTo(1);
    assertThat(deadLetter.getOffset()).isEqualTo(42);
    assertThat(deadLetter.getKey()).contains("k");
    assertThat(deadLetter.getOriginal()).isEqualTo(ByteBuffer.wrap(bytes));
  }

  @Test
  void aTombstoneOrARecordWithoutAKeyCanBecomeADeadLetter() {
    var writer = new DeadLetterWriter("identity", topics.unreadable(), () -> {});
    var bad = new ConsumerRecord<byte[], byte[]>("test.profiles.v1", 0, 7, null, null);

    var deadLetters =
        DeadLetterWriter.write(
            Optional.of(writer), FailedRecord.of(bad), new BadRecordException("expected a key"));

    assertThat(read(deadLetters.getFirst().value()).getKey()).isEmpty();
  }

  @Test
  void anOutageOfTheRegistryStopsTheStepAndMakesNoDeadLetter() {
    var outage = new SerializationException("cannot read", new ConnectException("refused"));

    assertThat(handler().handleError(new StubErrorHandlerContext(), record(), outage).result())
        .isEqualTo(Result.FAIL);
  }

  @Test
  void badBytesBecomeADeadLetterAndTheStreamGoesOn() {
    var bad = new SerializationException("cannot read", new EOFException());

    var response = handler().handleError(new StubErrorHandlerContext(), record(), bad);

    assertThat(response.result()).isEqualTo(Result.RESUME);
    assertThat(response.deadLetterQueueRecords()).hasSize(1);
  }

  private DeadLetterDeserializationHandler handler() {
    var handler = new DeadLetterDeserializationHandler();
    handler.configure(DeadLetters.config("identity", topics.unreadable(), () -> {}));
    return handler;
  }

  private static ConsumerRecord<byte[], byte[]> record() {
    return new ConsumerRecord<>("test.profiles.v1", 0, 7, new byte[] {'k'}, new byte[] {1});
  }

  private UnreadableRecord read(byte[] deadLetter) {
    return topics.unreadable().valueSerde().deserializer().deserialize("any", deadLetter);
  }
}
