package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import dev.kith.embedded.TestStack;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a post to the real broker, through the runtime that every connector has. */
class InboxIT {
  private static final String SOURCE = "kith.sources.activitystreams.town.";
  private static final String REGISTRY = "mock://inbox";
  private static final int POSTS = 12;

  @TempDir private Path state;

  @Test
  @Timeout(120)
  void whateverIsAnsweredWith202IsCommitted() throws Exception {
    var kafka = workspace();
    Set<String> answered = new HashSet<>();
    try (var server = start(kafka.bootstrapServers(), kafka.prefix(), "60s")) {
      for (int i = 0; i < POSTS; i++) {
        String id = "https://x.example/follows/" + i;
        if (post(server, id).statusCode() == 202) {
          answered.add(id);
          assertThat(committed(kafka, kafka.topics().activities())).containsAll(answered);
        }
      }
    }

    assertThat(answered).hasSize(POSTS);
    assertThat(committed(kafka, kafka.topics().profiles())).contains("github:ann", "github:bob");
  }

  @Test
  @Timeout(120)
  void withoutABrokerTheCallerIsAskedToComeAgain() throws Exception {
    try (var server = start("127.0.0.1:1", "nowhere.", "1s")) {
      var answer = post(server, "https://x.example/follows/1");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  private static KafkaSettings workspace() throws Exception {
    String prefix = "inbox-" + UUID.randomUUID() + ".";
    var kafka = new KafkaSettings(TestStack.bootstrapServers(), REGISTRY, prefix, Map.of());
    try (var admin = Admin.create(kafka.client())) {
      var topics =
          kafka.topics().all().stream().map(topic -> new NewTopic(topic.name(), 1, (short) 1));
      admin.createTopics(topics.toList()).all().get();
    }
    return kafka;
  }

  private EmbeddedServer start(String bootstrapServers, String prefix, String timeout) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("micronaut.server.port", -1);
    settings.put("kith.ingest.state", state);
    settings.put("kith.home", state.toString());
    settings.put("kith.kafka.bootstrap-servers", bootstrapServers);
    settings.put("kith.kafka.registry", REGISTRY);
    settings.put("kith.kafka.prefix", prefix);
    settings.put(SOURCE + "inbox-token", "secret");
    settings.put(SOURCE + "inbox-timeout", timeout);
    return ApplicationContext.run(EmbeddedServer.class, settings);
  }

  private static HttpResponse<String> post(EmbeddedServer server, String id) throws Exception {
    String follow =
        "{'type':'Follow','id':'" + id + "','actor':'github:ann','object':'github:bob'}";
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(server.getURL() + "/inbox/town"))
              .header("Authorization", "Bearer secret")
              .header("Content-Type", "application/activity+json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(TestDocuments.bytes(follow)))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  /** The keys of all committed records. */
  private static <V> Set<String> committed(KafkaSettings kafka, Topic<String, V> topic) {
    Map<String, Object> config = new HashMap<>(kafka.client());
    config.put("isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), topic.valueSerde().deserializer())) {
      var partition = new TopicPartition(topic.name(), 0);
      consumer.assign(Set.of(partition));
      consumer.seekToBeginning(Set.of(partition));
      long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
      Set<String> keys = new HashSet<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(50)).forEach(each -> keys.add(each.key()));
      }
      return keys;
    }
  }
}
