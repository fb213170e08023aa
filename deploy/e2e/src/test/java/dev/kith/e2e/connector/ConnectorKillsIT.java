package dev.kith.e2e.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.clients.KafkaSettings;
import dev.kith.ingest.testkit.atproto.AtProtoServers;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What people do on real servers is in Kafka within seconds. A connector that is killed while it
 * reads, and while something happens, loses nothing and publishes nothing else.
 */
@Timeout(300)
class ConnectorKillsIT {
  private static final Duration SECONDS = Duration.ofSeconds(10);
  private static final String REPLY = "Where are they?";

  /** What must be readable in the end: the text by the id of the activity. */
  private final Map<String, String> expected = new TreeMap<>();

  private final Set<String> deleted = new TreeSet<>();

  @Test
  void blueskyIsReadWithoutLossThoughTheConnectorIsKilled() throws Exception {
    Optional<AtProtoServers> servers = AtProtoServers.start();
    assumeTrue(servers.isPresent(), "SKIPPED: there is no PDS; .ci/run installs it");
    try (var peer = PdsPeer.of(servers.get())) {
      assertThat(published("bluesky", peer, 120)).doesNotHaveDuplicates();
    }
  }

  /** Returns all versions of all activities. */
  private List<Activity> published(String name, Peer peer, int history) throws Exception {
    KafkaSettings kafka = ConnectorTopics.create();
    List<JsonNode> old = new ArrayList<>();
    for (int i = 1; i <= history; i++) {
      old.add(expect("Old post " + i, peer.post("Old post " + i)));
    }
    try (var connector = new ConnectorProcess(name, kafka, peer);
        var unreadable = new TopicContent<>(kafka, kafka.topics().unreadable());
        var published = new TopicContent<>(kafka, kafka.topics().activities())) {
      connector.start();
      published.await(latest -> assertThat(latest).isNotEmpty());
      connector.kill();
      System.out.printf("%s: killed when %d were read%n", name, published.latest().size());
      deleteAndReply(peer, old);
      connector.start();
      awaitExpected(published);
      assertThatChangesArriveSoon(name, peer, published);

      JsonNode underway = expect("Frogs sing", peer.post("Frogs sing"));
      connector.kill();
      deleteAndReply(peer, old);
      connector.start();
      peer.edit(expect("Frogs sleep", underway), "Frogs sleep");
      awaitExpected(published);

      assertThatNothingElseIsPublished(published.latest(), old);
      assertThat(unreadable.latest()).isEmpty();
      return List.copyOf(published.records());
    }
  }

  private JsonNode expect(String text, JsonNode post) {
    expected.put(uri(post), text);
    return post;
  }

  private static String uri(JsonNode post) {
    return post.path("uri").asText();
  }

  private void delete(Peer peer, JsonNode post) throws Exception {
    peer.delete(post);
    expected.remove(uri(post));
    deleted.add(uri(post));
  }

  private void deleteAndReply(Peer peer, List<JsonNode> old) throws Exception {
    delete(peer, old.removeLast());
    expect(REPLY, peer.reply(REPLY, old.getLast()));
  }

  private void assertThatChangesArriveSoon(String name, Peer peer, TopicContent<Activity> published)
      throws Exception {
    JsonNode post = expect("Frogs are black", peer.post("Frogs are black"));
    Duration creation = awaitExpected(published);
    peer.edit(expect("Frogs are green", post), "Frogs are green");
    Duration edit = awaitExpected(published);
    delete(peer, post);
    Duration deletion = awaitExpected(published);

    System.out.printf("%s: creation %s, edit %s, deletion %s%n", name, creation, edit, deletion);
    assertThat(List.of(creation, edit, deletion)).allMatch(each -> each.compareTo(SECONDS) < 0);
  }

  private Duration awaitExpected(TopicContent<Activity> published) {
    return published.await(latest -> assertThat(living(latest)).isEqualTo(expected));
  }

  /** The texts of what is not deleted, without a mention at the end. */
  private static Map<String, String> living(Map<String, Activity> latest) {
    Map<String, String> texts = new TreeMap<>();
    for (Activity each : latest.values()) {
      if (!each.getDeleted()) {
        texts.put(each.getId(), each.getText().replaceFirst(" @.*", ""));
      }
    }
    return texts;
  }

  private void assertThatNothingElseIsPublished(Map<String, Activity> latest, List<JsonNode> old) {
    Set<String> known = new TreeSet<>(expected.keySet());
    known.addAll(deleted);
    assertThat(known).containsAll(latest.keySet());
    String ann = Objects.requireNonNull(latest.get(uri(old.getFirst()))).getActor();
    assertThat(latest.values())
        .filteredOn(each -> each.getText().startsWith(REPLY))
        .flatExtracting(Activity::getTowards)
        .extracting(Towards::getAccount)
        .containsExactly(ann, ann);
  }
}
