package dev.kith.e2e;

import static dev.kith.e2e.SmallScenarios.account;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Joins two accounts to one person on a running Kith and separates them again. */
final class SeparationScenario {
  private final SmallScenarios worlds;

  SeparationScenario(SmallScenarios worlds) {
    this.worlds = worlds;
  }

  /** After a separation the result is the same as if the two accounts had never been joined. */
  void leavesNoTrace() throws Exception {
    worlds.write(world("joined", "both@example.org", "both@example.org"));
    worlds.write(world("never", "one@example.org", "other@example.org"));
    assertThat(worlds.peopleOf("joined")).contains(Set.of("ann", "eva"));
    assertThat(worlds.relationshipsOf("joined")).isNotEqualTo(worlds.relationshipsOf("never"));

    String eva = account("joined", "eva");
    worlds.post(
        "/api/decisions/separations",
        "{\"person\": \"%s\", \"accounts\": [\"%s\"]}".formatted(worlds.personOf(eva), eva));

    isAsIfNever("joined");
  }

  /** A decision holds against later evidence, and the API gives the reason. */
  void holdsAgainstNewEvidence() throws Exception {
    worlds.write(
        List.of(
            profile("joined", "ann", "both@example.org", "home@example.org"),
            profile("joined", "eva", "both@example.org", "home@example.org")));

    JsonNode why =
        worlds.json("/api/people/" + worlds.personOf(account("joined", "eva")) + "/evidence");

    isAsIfNever("joined");
    assertThat(why.path("refused"))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.path("refused").asText()).isNotBlank());
  }

  /** The same is true if they were joined only because of a similar name and the same handle. */
  void leavesNoTraceOfALikeness() throws Exception {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>(worlds.letters("alike"));
    records.add(likeness("ann", "Zebedee Quillfeather", "zeb@home.example"));
    records.add(likeness("eva", "Quillfeather, Zebedee", "office@work.example"));
    worlds.write(records);
    String ann = account("alike", "ann");
    JsonNode why = worlds.json("/api/people/" + worlds.personOf(ann) + "/evidence");
    assertThat(worlds.peopleOf("alike")).contains(Set.of("ann", "eva"));
    assertThat(why.at("/evidence/0/kind").asText()).isEqualTo("PROBABLE");
    assertThat(worlds.relationshipsOf("alike")).isNotEqualTo(worlds.relationshipsOf("never"));

    worlds.post(
        "/api/decisions",
        "{\"a\": \"%s\", \"b\": \"%s\", \"verdict\": \"different\"}"
            .formatted(ann, account("alike", "eva")));

    isAsIfNever("alike");
  }

  /** After the account that connected two others is deleted, these are two people again. */
  void withdrawalOfTheBridgeSplits() throws Exception {
    worlds.write(
        List.of(
            profile("bridged", "gil", "left@example.org"),
            profile("bridged", "ivy", "right@example.org"),
            profile("bridged", "all", "left@example.org", "right@example.org")));
    assertThat(worlds.peopleOf("bridged")).containsExactly(Set.of("gil", "ivy", "all"));

    worlds.write(List.of(worlds.profile("bridged", "all", bare -> bare.setDeleted(true))));

    assertThat(worlds.peopleOf("bridged")).containsExactlyInAnyOrder(Set.of("gil"), Set.of("ivy"));
  }

  private void isAsIfNever(String world) throws Exception {
    assertThat(Set.copyOf(worlds.peopleOf(world))).isEqualTo(Set.copyOf(worlds.peopleOf("never")));
    assertThat(worlds.relationshipsOf(world)).hasSize(3).isEqualTo(worlds.relationshipsOf("never"));
  }

  private List<ProducerRecord<String, byte[]>> world(String world, String ann, String eva) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>(worlds.letters(world));
    records.add(profile(world, "ann", ann));
    records.add(profile(world, "eva", eva));
    return records;
  }

  private ProducerRecord<String, byte[]> profile(String world, String name, String... emails) {
    return worlds.profile(world, name, bare -> bare.setEmails(List.of(emails)));
  }

  private ProducerRecord<String, byte[]> likeness(String account, String name, String email) {
    return worlds.profile(
        "alike",
        account,
        bare -> bare.setNames(List.of(name)).setHandle("zquill77").setEmails(List.of(email)));
  }
}
