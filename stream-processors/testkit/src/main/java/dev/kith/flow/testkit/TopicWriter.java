package dev.kith.flow.testkit;

import dev.kith.clients.KafkaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes records to a real broker, and comes back when all of them are there. */
public final class TopicWriter {
  private TopicWriter() {}

  /** Writes bytes as they are, so that a test can write bad ones, too. */
  public static void write(KafkaSettings kafka, List<ProducerRecord<String, byte[]>> records) {
    List<Future<?>> underway = new ArrayList<>();
    try (var producer =
        new KafkaProducer<>(kafka.client(), new StringSerializer(), new ByteArraySerializer())) {
      records.forEach(each -> underway.add(producer.send(each)));
    }
    for (Future<?> each : underway) {
      arrived(each);
    }
  }

  private static void arrived(Future<?> record) {
    try {
      record.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused a record", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while writing", e);
    }
  }
}
