package dev.kith.e2e;

import static dev.kith.e2e.SmallScenarios.account;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Two similar accounts have too little evidence to be joined, until a person decides. */
final class SuggestionScenario {
  private static final List<String> MAILBOX = List.of("hedges@home.example");

  private final SmallScenarios worlds;

  SuggestionScenario(SmallScenarios worlds) {
    this.worlds = worlds;
  }

  /** A pair is suggested until a decision, even one about other accounts of the same two people. */
  void endWithADecision() throws Exception {
    worlds.write(
        List.of(
            named("confirmed", "one", "O. Vanderquill"),
            named("confirmed", "other", "Ottobrand Vanderquill"),
            worlds.profile(
                "denied",
                "one",
                bare -> bare.setNames(List.of("H. Throckwell")).setEmails(MAILBOX)),
            named("denied", "other", "Hepzibert Throckwell"),
            worlds.profile("denied", "two", bare -> bare.setEmails(MAILBOX))));
    assertThat(suspected("confirmed")).isTrue();
    assertThat(suspected("denied")).isTrue();

    worlds.post(
        "/api/decisions",
        "[%s, %s]"
            .formatted(
                decision(account("confirmed", "one"), account("confirmed", "other"), "same"),
                decision(account("denied", "two"), account("denied", "other"), "different")));

    assertThat(suspected("confirmed")).isFalse();
    assertThat(suspected("denied")).isFalse();
    assertThat(worlds.peopleOf("confirmed")).containsExactly(Set.of("one", "other"));
    assertThat(worlds.peopleOf("denied"))
        .containsExactlyInAnyOrder(Set.of("one", "two"), Set.of("other"));
  }

  private ProducerRecord<String, byte[]> named(String world, String account, String name) {
    List<String> emails = account.equals("other") ? List.of() : List.of(world + "@home.example");
    return worlds.profile(world, account, bare -> bare.setNames(List.of(name)).setEmails(emails));
  }

  private static String decision(String a, String b, String verdict) {
    return "{\"a\": \"%s\", \"b\": \"%s\", \"verdict\": \"%s\"}".formatted(a, b, verdict);
  }

  /** Returns whether the two accounts of a world are suggested, on any page. */
  private boolean suspected(String world) throws Exception {
    Set<String> both = Set.of(account(world, "one"), account(world, "other"));
    String cursor = "";
    do {
      JsonNode page = worlds.json("/api/people/suggestions?size=200" + cursor);
      for (JsonNode each : page.path("suggestions")) {
        if (both.equals(Set.of(each.at("/a/account").asText(), each.at("/b/account").asText()))) {
          return true;
        }
      }
      cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!cursor.isEmpty());
    return false;
  }
}
