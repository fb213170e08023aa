package dev.kith.ingest.mail.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NameOrderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Martin, Marie|Marie Martin",
        "Nováková, Žofie|Žofie Nováková",
        "MARTIN, Marie-Lou|Marie-Lou MARTIN",
        "van der Berg, Anna B.|Anna B. van der Berg",
        "O'Neil,Sean|Sean O'Neil",
        "MARTIN, MARIE|MARIE MARTIN",
        "Иванова, Анна Петровна|Анна Петровна Иванова"
      })
  void aFamilyNameBeforeACommaIsMovedAfterTheGivenName(String written, String name) {
    assertThat(NameOrder.givenNameFirst(written)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Marie Martin",
        "Example, Inc.",
        "Example, GmbH",
        "Smith, Jr.",
        "Doe, PhD",
        "Doe, Ph.D.",
        "Doe, MSc",
        "Martin, Marie and Paul",
        "Martin, Marie & Paul",
        "Martin, Marie et Paul",
        "Ann Lee, Rennes",
        "Rennes, FR",
        "Support, Pond",
        "Pond, Support Team",
        "Lee, Ann, PhD",
        "Frogs, 2nd list",
        "frogs, toads",
        "Martin, M.",
        "Martin,",
        ", Marie"
      })
  void aNameWithAnAmbiguousCommaIsUnchanged(String written) {
    assertThat(NameOrder.givenNameFirst(written)).isEqualTo(written);
  }
}
