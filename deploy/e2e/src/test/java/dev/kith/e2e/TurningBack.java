package dev.kith.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.flow.testkit.Writer;
import dev.kith.schemas.Activity;
import dev.kith.schemas.KafkaSettings;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Topic;
import dev.kith.schemas.Towards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Two accounts are found to be one person, and that is turned back, on the real parts. */
final class TurningBack {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final long DAY = 86_400;

  private final RunningKith kith;
  private final KafkaSettings kafka;
  private long revision;

  TurningBack(RunningKith kith, KafkaSettings kafka) {
    this.kith = kith;
    this.kafka = kafka;
  }

  /** A separation leaves what would be if the two had never been taken for one. */
  void leavesNoTrace() throws Exception {
    write(world("joined", "both@example.org", "both@example.org"));
    write(world("never", "one@example.org", "other@example.org"));
    assertThat(peopleOf("joined")).contains(Set.of("ann", "eva"));
    assertThat(relationshipsOf("joined")).isNotEqualTo(relationshipsOf("never"));

    separate("contacts:joined-eva", personOf("contacts:joined-eva"));

    assertThat(Set.copyOf(peopleOf("joined"))).isEqualTo(Set.copyOf(peopleOf("never")));
    assertThat(relationshipsOf("joined")).hasSize(3).isEqualTo(relationshipsOf("never"));
  }

  /** What was decided holds against evidence that comes later, and tells why. */
  void holdsAgainstNewEvidence() throws Exception {
    write(
        List.of(
            profile("contacts:joined-ann", "both@example.org", "home@example.org"),
            profile("contacts:joined-eva", "both@example.org", "home@example.org")));

    JsonNode why = json("/api/people/" + personOf("contacts:joined-eva") + "/why");

    assertThat(Set.copyOf(peopleOf("joined"))).isEqualTo(Set.copyOf(peopleOf("never")));
    assertThat(why.path("refused"))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.path("refused").asText()).isNotBlank());
  }

  /** Without the account that held them together, the others are two again. */
  void withdrawalOfTheBridgeSplits() throws Exception {
    write(
        List.of(
            profile("contacts:bridged-gil", "left@example.org"),
            profile("contacts:bridged-ivy", "right@example.org"),
            profile("contacts:bridged-all", "left@example.org", "right@example.org")));
    assertThat(peopleOf("bridged")).containsExactly(Set.of("gil", "ivy", "all"));

    write(
        List.of(
            record(
                kafka.topics().profiles(),
                "contacts:bridged-all",
                described("contacts:bridged-all").setDeleted(true).build())));

    assertThat(peopleOf("bridged")).containsExactlyInAnyOrder(Set.of("gil"), Set.of("ivy"));
  }

  /** Ann and Eva, each of whom writes with Bob. */
  private List<ProducerRecord<String, byte[]>> world(String world, String ann, String eva) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    String prefix = "contacts:" + world + "-";
    records.add(profile(prefix + "ann", ann));
    records.add(profile(prefix + "eva", eva));
    records.add(profile(prefix + "bob"));
    List<List<String>> letters =
        List.of(
            List.of("ann", "bob"),
            List.of("bob", "eva"),
            List.of("bob", "ann"),
            List.of("eva", "bob"),
            List.of("ann", "eva"));
    for (int i = 0; i < letters.size(); i++) {
      List<String> pair = letters.get(i);
      records.add(letter(world + i, i, prefix + pair.getFirst(), prefix + pair.getLast()));
    }
    return records;
  }

  private ProducerRecord<String, byte[]> profile(String account, String... emails) {
    return record(
        kafka.topics().profiles(), account, described(account).setEmails(List.of(emails)).build());
  }

  private Profile.Builder described(String account) {
    revision++;
    return Profile.newBuilder()
        .setAccount(account)
        .setRevision(revision)
        .setNetwork("contacts")
        .setSource("made-up")
        .setSeen(START);
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

  private void write(List<ProducerRecord<String, byte[]>> records) throws Exception {
    Writer.write(kafka, records);
    kith.awaitRest();
  }

  private static <V extends SpecificRecord> ProducerRecord<String, byte[]> record(
      Topic<String, V> topic, String key, V value) {
    return new ProducerRecord<>(
        topic.name(), key, topic.valueSerde().serializer().serialize(topic.name(), value));
  }

  private void separate(String account, String person) throws Exception {
    var answer =
        kith.post(
            "/api/decisions/separations",
            "{\"person\": \"%s\", \"accounts\": [\"%s\"]}".formatted(person, account));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    kith.awaitRest();
  }

  private JsonNode json(String path) throws Exception {
    return JSON.readTree(kith.get(path).body());
  }

  private String personOf(String account) throws Exception {
    for (String line : Export.of(kith).people()) {
      JsonNode person = JSON.readTree(line);
      if (person.path("accounts").toString().contains('"' + account + '"')) {
        return person.path("id").asText();
      }
    }
    throw new AssertionError("nobody has " + account);
  }

  /** Who there is in a world, by the names of their accounts in it. */
  private List<Set<String>> peopleOf(String world) throws Exception {
    return named(world).values().stream().toList();
  }

  private Map<String, Set<String>> named(String world) throws Exception {
    String prefix = "contacts:" + world + "-";
    Map<String, Set<String>> people = new TreeMap<>();
    for (String line : Export.of(kith).people()) {
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

  /** Every relationship in a world as of a past day, each day's letters told by who wrote them. */
  private Set<String> relationshipsOf(String world) throws Exception {
    Map<String, Set<String>> people = named(world);
    Set<String> told = new TreeSet<>();
    for (String line : Export.of(kith).relationships()) {
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
