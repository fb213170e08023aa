package dev.kith.flow;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Asks the broker how many partitions a topic has: internal topics beside it must have as many. */
public final class PartitionCount {
  private PartitionCount() {}

  /** The number of partitions of an existing topic. */
  public static int of(Topic<?, ?> topic, KafkaSettings kafka) {
    try (var admin = Admin.create(kafka.client())) {
      var described = admin.describeTopics(List.of(topic.name())).allTopicNames().get();
      return described.values().iterator().next().partitions().size();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "expected topic " + topic.name() + ": run the set-up first", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while asking for " + topic.name(), e);
    }
  }
}
