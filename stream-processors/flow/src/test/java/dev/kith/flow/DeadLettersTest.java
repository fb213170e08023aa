package dev.kith.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.AvroSerdes;
import dev.kith.schemas.Topics;
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
  void aLetterSaysWhatCameFromWhereAndWhyItWasSetAside() {
    var counted = new AtomicInteger();
    var envelope = new Envelope("identity", topics.unreadable(), counted::incrementAndGet);
    byte[] bytes = {1, 2, 3};
    var bad = new ConsumerRecord<>("test.profiles.v1", 1, 42, new byte[] {'k'}, bytes);

    var letters =
        Envelope.letter(
            Optional.of(envelope), Origin.of(bad), new RuntimeException(new EOFException("short")));

    assertThat(counted).hasValue(1);
    assertThat(letters).singleElement().extracting("topic").isEqualTo("test.unreadable.v1");
    UnreadableRecord letter = read(letters.getFirst().value());
    assertThat(letter.getStep()).isEqualTo("identity");
    assertThat(letter.getReason()).isEqualTo("EOFException: short");
    assertThat(letter.getTopic()).contains("test.profiles.v1");
    assertThat(letter.getPartition()).isEqualTo(1);
    assertThat(letter.getOffset()).isEqualTo(42);
    assertThat(letter.getKey()).contains("k");
    assertThat(letter.getOriginal()).isEqualTo(ByteBuffer.wrap(bytes));
  }

  @Test
  void aTombstoneOrAKeylessRecordCanBeSetAsideToo() {
    var envelope = new Envelope("identity", topics.unreadable(), () -> {});
    var bad = new ConsumerRecord<byte[], byte[]>("test.profiles.v1", 0, 7, null, null);

    var letters =
        Envelope.letter(Optional.of(envelope), Origin.of(bad), new BadRecord("expected a key"));

    assertThat(read(letters.getFirst().value()).getKey()).isEmpty();
  }

  @Test
  void anOutageOfTheRegistryStopsTheStepInsteadOfSettingRecordsAside() {
    var outage = new SerializationException("cannot read", new ConnectException("refused"));

    assertThat(reading().handleError(new NoContext(), record(), outage).result())
        .isEqualTo(Result.FAIL);
  }

  @Test
  void badBytesAreSetAsideAndTheStreamGoesOn() {
    var bad = new SerializationException("cannot read", new EOFException());

    var response = reading().handleError(new NoContext(), record(), bad);

    assertThat(response.result()).isEqualTo(Result.RESUME);
    assertThat(response.deadLetterQueueRecords()).hasSize(1);
  }

  private UnreadRecords reading() {
    var reading = new UnreadRecords();
    reading.configure(DeadLetters.config("identity", topics.unreadable(), () -> {}));
    return reading;
  }

  private static ConsumerRecord<byte[], byte[]> record() {
    return new ConsumerRecord<>("test.profiles.v1", 0, 7, new byte[] {'k'}, new byte[] {1});
  }

  private UnreadableRecord read(byte[] letter) {
    return topics.unreadable().valueSerde().deserializer().deserialize("any", letter);
  }
}
