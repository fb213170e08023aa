package dev.kith.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import dev.kith.clients.Topics;
import dev.kith.flow.testkit.SeededRandom;
import dev.kith.flow.testkit.StrengthOracle;
import dev.kith.flow.testkit.TopicWriter;
import dev.kith.identity.topology.IdentityHistory;
import dev.kith.identity.topology.IdentityOracle;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.PersonPair;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Sends random histories in random order through a running Kith: the API returns what a batch
 * oracle computes.
 */
class OracleIT {

  private static final int HISTORIES = 40;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<IdentityHistory.Event> seen = new ArrayList<>();
  private final List<Activity> deeds = new ArrayList<>();

  @Test
  void whatIsAskedOverHttpIsWhatTheOracleSays() throws Exception {
    long seed = Long.getLong("seed", 1);
    try (RunningKith kith = RunningKith.up(TestHomes.empty("oracle"))) {
      KafkaSettings kafka = kafka(kith);
      TopicWriter.write(kafka, histories(kafka.topics(), SeededRandom.of(seed)));
      IdentityOracle.Answer who = IdentityOracle.of(new IdentityHistory(seen));

      kith.awaitRest();

      assertThat(people(kith)).as("-Dseed=%d", seed).isEqualTo(people(who));
      assertThat(relationships(kith)).as("-Dseed=%d", seed).isEqualTo(relationships(who));

      var worlds = new SmallScenarios(kith, kafka);
      var turning = new SeparationScenario(worlds);
      turning.leavesNoTrace();
      turning.holdsAgainstNewEvidence();
      turning.leavesNoTraceOfALikeness();
      turning.withdrawalOfTheBridgeSplits();
      new SuggestionScenario(worlds).endWithADecision();
    }
  }

  private static KafkaSettings kafka(RunningKith kith) throws Exception {
    String registry = "http://127.0.0.1:" + kith.port("registry") + "/apis/ccompat/v7";
    return new KafkaSettings("127.0.0.1:" + kith.port("broker"), registry, "kith.", Map.of());
  }

  /**
   * Returns the records of all histories; in each, activities are interleaved with profiles and
   * decisions.
   */
  private List<ProducerRecord<String, byte[]>> histories(Topics topics, SeededRandom chance) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (int i = 0; i < HISTORIES; i++) {
      IdentityHistory history = IdentityHistory.random(chance, "w" + i);
      seen.addAll(history.events());
      List<Activity> done = new SyntheticInteractions("w" + i, accounts(history), chance).all();
      deeds.addAll(done);
      Deque<ProducerRecord<String, byte[]>> acts = new ArrayDeque<>();
      done.forEach(each -> acts.add(record(topics.activities(), each.getId(), each)));
      Deque<ProducerRecord<String, byte[]>> facts = new ArrayDeque<>();
      history.reordered(chance).events().forEach(each -> facts.add(record(topics, each)));
      records.addAll(woven(acts, facts, chance));
    }
    return records;
  }

  /**
   * Interleaves two queues and keeps the order of each, because some records of one key need it.
   */
  private static <T> List<T> woven(Deque<T> some, Deque<T> others, SeededRandom chance) {
    List<T> woven = new ArrayList<>();
    while (!some.isEmpty() || !others.isEmpty()) {
      boolean first = others.isEmpty() || (!some.isEmpty() && chance.oneIn(2));
      woven.add(first ? some.remove() : others.remove());
    }
    return woven;
  }

  private static List<String> accounts(IdentityHistory history) {
    Set<String> accounts = new TreeSet<>(Set.of("email:nobody@example.org"));
    for (IdentityHistory.Event event : history.events()) {
      if (event instanceof IdentityHistory.Event.Observed observed) {
        accounts.add(observed.account());
      }
    }
    return List.copyOf(accounts);
  }

  private static ProducerRecord<String, byte[]> record(Topics topics, IdentityHistory.Event event) {
    return switch (event) {
      case IdentityHistory.Event.Observed observed ->
          record(topics.profiles(), observed.account(), observed.profile().orElse(null));
      case IdentityHistory.Event.Decided decided ->
          record(topics.decisions(), decided.pair().key(), decided.decision().orElse(null));
    };
  }

  private static <V extends SpecificRecord> ProducerRecord<String, byte[]> record(
      Topic<String, V> topic, String key, @Nullable V value) {
    byte[] bytes =
        value == null ? null : topic.valueSerde().serializer().serialize(topic.name(), value);
    return new ProducerRecord<>(topic.name(), key, bytes);
  }

  private static Map<String, Set<String>> people(IdentityOracle.Answer who) {
    Map<String, Set<String>> people = new TreeMap<>();
    who.memberships()
        .forEach(
            (account, one) ->
                people.computeIfAbsent(one.getPerson(), id -> new TreeSet<>()).add(account));
    return people;
  }

  private static Map<String, Set<String>> people(RunningKith kith) throws Exception {
    Map<String, Set<String>> people = new TreeMap<>();
    for (String line : ApiExport.of(kith).people()) {
      JsonNode person = JSON.readTree(line);
      Set<String> accounts = new TreeSet<>();
      person.path("accounts").forEach(account -> accounts.add(account.asText()));
      people.put(person.path("id").asText(), accounts);
    }
    return people;
  }

  private Map<PersonPair, List<Bucket>> relationships(IdentityOracle.Answer who) {
    return StrengthOracle.relationships(deeds, who.memberships(), Instant.now());
  }

  private static Map<PersonPair, List<Bucket>> relationships(RunningKith kith) throws Exception {
    Map<PersonPair, List<Bucket>> relationships = new HashMap<>();
    for (String line : ApiExport.of(kith).relationships()) {
      JsonNode relationship = JSON.readTree(line);
      List<Bucket> buckets =
          StreamSupport.stream(relationship.path("buckets").spliterator(), false)
              .map(OracleIT::bucket)
              .toList();
      relationships.put(
          PersonPair.of(relationship.path("a").asText(), relationship.path("b").asText()), buckets);
    }
    return relationships;
  }

  private static Bucket bucket(JsonNode json) {
    return Bucket.newBuilder()
        .setDay(json.path("day").asInt())
        .setDirection(Direction.valueOf(json.path("direction").asText()))
        .setNetwork(json.path("network").asText())
        .setKind(json.path("kind").asText())
        .setRecipients(json.path("recipients").asInt())
        .setCount(json.path("count").asInt())
        .build();
  }
}
