package dev.kith.api.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.api.error.InvalidParameterException;
import dev.kith.schemas.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeparationTest {
  private static final List<String> ALL =
      List.of("contacts:a", "contacts:b", "contacts:c", "contacts:d");

  private static List<PairDecision> leaving(String... accounts) {
    return new Separation(List.of(accounts), "why", "ann").decisions(ALL);
  }

  @Test
  void oneDecisionSeparatesTheGroupsAndTheOthersJoinEachGroup() {
    assertThat(leaving("contacts:d", "contacts:b"))
        .containsExactly(
            new PairDecision("contacts:b", "contacts:a", Verdict.DIFFERENT, "why", "ann"),
            new PairDecision("contacts:b", "contacts:d", Verdict.SAME, "why", "ann"),
            new PairDecision("contacts:a", "contacts:c", Verdict.SAME, "why", "ann"));
  }

  @Test
  void oneAccountMustStay() {
    assertThatThrownBy(() -> leaving(ALL.toArray(String[]::new)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("stays");
  }

  @Test
  void onlyAccountsOfThePersonCanLeave() {
    assertThatThrownBy(() -> leaving("contacts:x"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("an account of this person");
  }
}
