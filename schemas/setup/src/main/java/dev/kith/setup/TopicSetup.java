package dev.kith.setup;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics that are missing, and brings the settings of the others in line. */
final class TopicSetup {
  private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);

  private final KafkaSettings kafka;
  private final SetupSettings settings;

  TopicSetup(KafkaSettings kafka, SetupSettings settings) {
    this.kafka = kafka;
    this.settings = settings;
  }

  void run() {
    Map<String, Topic<?, ?>> topics =
        kafka.topics().all().stream().collect(Collectors.toMap(Topic::name, topic -> topic));
    try (var admin = Admin.create(client())) {
      Set<String> existing = answer(admin.listTopics().names());
      existing.retainAll(topics.keySet());
      topics.values().stream()
          .filter(topic -> !existing.contains(topic.name()))
          .forEach(topic -> create(admin, topic));
      align(admin, topics, existing);
      LOG.info("{} topics: {} created", topics.size(), topics.size() - existing.size());
    }
  }

  private Map<String, Object> client() {
    Map<String, Object> client = kafka.client();
    client.put(AdminClientConfig.CLIENT_ID_CONFIG, "setup");
    client.put(
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) settings.serverTimeout().toMillis());
    client.put(
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
        (int) Math.min(30_000, settings.serverTimeout().toMillis()));
    return client;
  }

  private void create(Admin admin, Topic<?, ?> topic) {
    var wanted =
        new NewTopic(
                topic.name(),
                Optional.of(settings.partitions()),
                Optional.ofNullable(settings.replicationFactor()))
            .configs(new TopicConfigs(settings).of(topic.retention()));
    try {
      admin.createTopics(List.of(wanted)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) { // another set-up was faster
        throw failure("topic " + topic.name(), e.getCause());
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void align(Admin admin, Map<String, Topic<?, ?>> topics, Set<String> existing) {
    warnOfPartitions(admin, existing);
    var resources =
        existing.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    answer(admin.describeConfigs(resources).all())
        .forEach(
            (resource, found) -> {
              var wanted =
                  new TopicConfigs(settings)
                      .of(Objects.requireNonNull(topics.get(resource.name())).retention());
              List<AlterConfigOp> change = changes(wanted, found);
              if (!change.isEmpty()) {
                LOG.info("topic {}: now {}", resource.name(), words(change));
                changes.put(resource, change);
              }
            });
    if (!changes.isEmpty()) {
      answer(admin.incrementalAlterConfigs(changes).all());
    }
  }

  /**
   * More partitions would send a key elsewhere than its past: that is nobody's to do in passing.
   */
  private void warnOfPartitions(Admin admin, Set<String> existing) {
    var others =
        answer(admin.describeTopics(existing).allTopicNames()).values().stream()
            .filter(found -> found.partitions().size() != settings.partitions())
            .map(found -> found.name() + " (" + found.partitions().size() + ")")
            .sorted()
            .toList();
    if (!others.isEmpty()) {
      LOG.warn(
          "these topics keep their number of partitions, kith.setup.partitions says {}: {}",
          settings.partitions(),
          others);
    }
  }

  private static List<String> words(List<AlterConfigOp> changes) {
    return changes.stream()
        .map(AlterConfigOp::configEntry)
        .map(entry -> entry.name() + "=" + entry.value())
        .sorted()
        .toList();
  }

  private static List<AlterConfigOp> changes(Map<String, String> wanted, Config found) {
    return wanted.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(value(found, entry.getKey())))
        .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
        .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
        .toList();
  }

  private static String value(Config found, String key) {
    ConfigEntry entry = found.get(key);
    return entry == null || entry.value() == null ? "" : entry.value();
  }

  private <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw failure("Kafka at " + kafka.bootstrapServers(), e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private SetupException failure(String what, @Nullable Throwable cause) {
    return new SetupException(
        "%s: expected an answer within %s, found: %s"
            .formatted(what, settings.serverTimeout(), cause),
        cause);
  }

  private static SetupException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new SetupException("interrupted while waiting for Kafka", e);
  }
}
