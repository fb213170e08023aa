package dev.kith.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonIdTest {
  @Test
  void thePersonOfAnAccountIsTheSameForEver() {
    assertThat(PersonId.ofSeed("email:ann@example.org")).isEqualTo("fxr2e7rp9qy3qm2a");
  }

  @Test
  void anIdIsSixteenCharactersThatNobodyConfuses() {
    assertThat(PersonId.ofSeed("git:Élise <elise@example.org>"))
        .matches("[0-9abcdefghjkmnpqrstvwxyz]{16}");
  }

  @Test
  void aHundredThousandAccountsMakeAsManyPersons() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      ids.add(PersonId.ofSeed("email:" + i + "@example.org"));
    }

    assertThat(ids).hasSize(100_000);
  }
}
