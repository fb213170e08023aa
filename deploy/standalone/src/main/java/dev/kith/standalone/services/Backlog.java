package dev.kith.standalone.services;

import dev.kith.clients.KafkaSettings;
import dev.kith.schemas.Steps;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records each step has not yet read, by the committed offsets of its group.
 *
 * <p>The committed offsets are read before the ends of the topics. A step commits its output
 * together with its input, so if no step is behind, none was working in between, and all are idle.
 */
@Singleton
final class Backlog {

  private final String prefix;
  private final Admin admin;
  private final RecordCounter unread;
  private final StepObstacles troubles;

  Backlog(KafkaSettings settings, StepObstacles troubles) {
    this.prefix = settings.prefix();
    this.troubles = troubles;
    this.admin = Admin.create(settings.client());
    this.unread = new RecordCounter(settings.client());
  }

  List<ReadingProgress.Step> ofEachStep() throws InterruptedException {
    try {
      Set<String> existing = admin.listTopics().names().get();
      List<ReadingProgress.Step> steps = new ArrayList<>();
      for (String step : Steps.ALL) {
        long behind = behind(prefix + step, topicsOf(step, existing));
        steps.add(new ReadingProgress.Step(step, behind, troubles.of(step).orElse(null)));
      }
      return steps;
    } catch (ExecutionException failure) {
      throw new IllegalStateException(
          "Kafka does not say how far the steps are", failure.getCause());
    }
  }

  /** The topics that a step reads: those of other programs, and its own repartition topics. */
  private List<String> topicsOf(String step, Set<String> existing) {
    List<String> all = new ArrayList<>();
    Steps.inputs(step).forEach(topic -> all.add(prefix + topic.name()));
    String own = prefix + step + "-";
    existing.stream()
        .filter(topic -> topic.startsWith(own) && topic.endsWith("-repartition"))
        .forEach(all::add);
    return all;
  }

  private long behind(String group, List<String> topics)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Set<TopicPartition> partitions = partitions(topics);
    Map<TopicPartition, Long> stable = ends(partitions, IsolationLevel.READ_COMMITTED);
    Map<TopicPartition, Long> written = ends(partitions, IsolationLevel.READ_UNCOMMITTED);
    long behind = 0;
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata offset = committed.get(partition);
      long from = offset == null ? 0 : offset.offset();
      long end = written.getOrDefault(partition, 0L);
      // Records of an open transaction are not read yet.
      boolean open = stable.getOrDefault(partition, 0L) < end;
      behind += open ? Math.max(1, end - from) : unread.between(partition, from, end);
    }
    return behind;
  }

  private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions, IsolationLevel isolation)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest =
        partitions.stream()
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    return admin
        .listOffsets(latest, new ListOffsetsOptions(isolation))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private Set<TopicPartition> partitions(List<String> topics)
      throws InterruptedException, ExecutionException {
    return admin.describeTopics(topics).allTopicNames().get().values().stream()
        .flatMap(Backlog::partitions)
        .collect(Collectors.toSet());
  }

  private static Stream<TopicPartition> partitions(TopicDescription topic) {
    return IntStream.range(0, topic.partitions().size())
        .mapToObj(number -> new TopicPartition(topic.name(), number));
  }

  @PreDestroy
  void close() {
    unread.close();
    admin.close();
  }
}
