package dev.kith.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import dev.kith.flow.testkit.TopicWriter;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes separate worlds of a few accounts to a running Kith, and reads the API's results for each.
 */
final class SmallScenarios {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final long DAY = 86_400;
  private static final int ACCEPTED = 202;

  private final RunningKith kith;
  private final KafkaSettings kafka;
  private long revision;

  SmallScenarios(RunningKith kith, KafkaSettings kafka) {
    this.kith = kith;
    this.kafka = kafka;
  }

  /** Returns the account of a person in a world. */
  static String account(String world, String name) {
    return prefix(world) + name;
  }

  private static String prefix(String world) {
    return "contacts:" + world + "-";
  }

  /**
   * Returns records in which Ann and Eva each exchange mail with Bob, and Ann writes once to Eva.
   */
  List<ProducerRecord<String, byte[]>> letters(String world) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    records.add(profile(world, "bob", plain -> plain));
    List<List<String>> letters =
        List.of(
            List.of("ann", "bob"),
            List.of("bob", "eva"),
            List.of("bob", "ann"),
            List.of("eva", "bob"),
            List.of("ann", "eva"));
    for (int i = 0; i < letters.size(); i++) {
      List<String> pair = letters.get(i);
      String from = account(world, pair.getFirst());
      String to = account(world, pair.getLast());
      records.add(letter(world + i, i, from, to));
    }
    return records;
  }

  /** Returns the next revision of a profile in a world. */
  ProducerRecord<String, byte[]> profile(
      String world, String name, UnaryOperator<Profile.Builder> described) {
    revision++;
    String account = account(world, name);
    var profile =
        Profile.newBuilder()
            .setAccount(account)
            .setRevision(revision)
            .setNetwork("contacts")
            .setSource("made-up")
            .setSeen(START);
    return record(kafka.topics().profiles(), account, described.apply(profile).build());
  }

  private ProducerRecord<String, byte[]> letter(String id, int day, String from, String to) {
    return record(
        kafka.topics().activities(),
        "letter-" + id,
        Activity.newBuilder()
            .setId("letter-" + id)
            .setRevision(0)
            .setNetwork("mail")
            .setSource("made-up")
            .setKind("mail")
            .setAt(START.plusSeconds(day * DAY))
            .setActor(from)
            .setTowards(List.of(new Towards(to, "to")))
            .build());
  }

  private static <V extends SpecificRecord> ProducerRecord<String, byte[]> record(
      Topic<String, V> topic, String key, V value) {
    return new ProducerRecord<>(
        topic.name(), key, topic.valueSerde().serializer().serialize(topic.name(), value));
  }

  /** Writes records to the topics; when it returns, the results can be queried. */
  void write(List<ProducerRecord<String, byte[]>> records) throws Exception {
    TopicWriter.write(kafka, records);
    kith.awaitRest();
  }

  /** Posts a decision; when it returns, the effect can be queried. */
  void post(String path, String json) throws IOException, InterruptedException {
    var answer = kith.post(path, json);
    if (answer.statusCode() != ACCEPTED) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    kith.awaitRest();
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(kith.get(path).body());
  }

  /** Returns the id of the person who has an account. */
  String personOf(String account) throws IOException, InterruptedException {
    for (String line : ApiExport.of(kith).people()) {
      JsonNode person = JSON.readTree(line);
      if (person.path("accounts").toString().contains('"' + account + '"')) {
        return person.path("id").asText();
      }
    }
    throw new AssertionError("nobody has " + account);
  }

  /** Returns the people of a world, each as the names of their accounts in it. */
  List<Set<String>> peopleOf(String world) throws IOException, InterruptedException {
    return named(world).values().stream().toList();
  }

  private Map<String, Set<String>> named(String world) throws IOException, InterruptedException {
    String prefix = prefix(world);
    Map<String, Set<String>> people = new TreeMap<>();
    for (String line : ApiExport.of(kith).people()) {
      JsonNode person = JSON.readTree(line);
      Set<String> names = new TreeSet<>();
      for (JsonNode account : person.path("accounts")) {
        if (account.asText().startsWith(prefix)) {
          names.add(account.asText().substring(prefix.length()));
        }
      }
      if (!names.isEmpty()) {
        people.put(person.path("id").asText(), names);
      }
    }
    return people;
  }

  /**
   * Returns each relationship of a world as text, with its strength on a fixed day and its mails by
   * day and sender.
   */
  Set<String> relationshipsOf(String world) throws IOException, InterruptedException {
    Map<String, Set<String>> people = named(world);
    Set<String> told = new TreeSet<>();
    for (String line : ApiExport.of(kith).relationships()) {
      JsonNode each = JSON.readTree(line);
      Set<String> a = people.get(each.path("a").asText());
      Set<String> b = people.get(each.path("b").asText());
      if (a != null && b != null) {
        told.add(told(each, a, b));
      }
    }
    return told;
  }

  private static String told(JsonNode relationship, Set<String> a, Set<String> b) {
    Set<String> days = new TreeSet<>();
    for (JsonNode bucket : relationship.path("buckets")) {
      boolean forth = bucket.path("direction").asText().equals("A_TO_B");
      days.add(
          "day %s: %s to %s, %s of %s for %s"
              .formatted(
                  bucket.path("day"),
                  forth ? a : b,
                  forth ? b : a,
                  bucket.path("count"),
                  bucket.path("kind"),
                  bucket.path("recipients")));
    }
    return new TreeSet<>(List.of(a.toString(), b.toString()))
        + " strength "
        + relationship.path("strength")
        + " "
        + days;
  }
}
