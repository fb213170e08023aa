package dev.kith.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.AvroSerdes;
import dev.kith.schemas.Topics;
import dev.kith.schemas.UnreadableRecord;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
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
  void anOutageOfTheRegistryIsNotTheRecordsFault() {
    assertThat(DeadLetters.isOutage(wrapped(new ConnectException("refused")))).isTrue();
    assertThat(DeadLetters.isOutage(wrapped(new RestClientException("down", 503, 503)))).isTrue();
  }

  @Test
  void badBytesAndUnknownSchemasAreTheRecordsFault() {
    assertThat(DeadLetters.isOutage(wrapped(new EOFException()))).isFalse();
    assertThat(DeadLetters.isOutage(wrapped(new RestClientException("no", 404, 40403)))).isFalse();
    assertThat(DeadLetters.isOutage(new SerializationException("no magic byte"))).isFalse();
  }

  private static Exception wrapped(Exception cause) {
    return new SerializationException("cannot read", cause);
  }

  private UnreadableRecord read(byte[] letter) {
    return topics.unreadable().valueSerde().deserializer().deserialize("any", letter);
  }
}
