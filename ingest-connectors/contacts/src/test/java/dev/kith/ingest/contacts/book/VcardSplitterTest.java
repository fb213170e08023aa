package dev.kith.ingest.contacts.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VcardSplitterTest {
  private static final String BOB = "BEGIN:VCARD\r\nFN:Bob\r\nEND:VCARD\r\n";

  @Test
  void aCardWithoutEndDoesNotTakeTheNextOneWithIt() {
    assertThat(VcardSplitter.split("BEGIN:VCARD\r\nFN:Cat\r\n" + BOB))
        .containsExactly("BEGIN:VCARD\r\nFN:Cat\r\n", BOB);
  }

  @Test
  void theCardOfAnAgentStaysInsideTheOther() {
    String boss = "BEGIN:VCARD\r\nFN:Eve\r\nAGENT:\r\n" + BOB + "END:VCARD\r\n";

    assertThat(VcardSplitter.split(boss + BOB)).containsExactly(boss, BOB);
  }

  @Test
  void caseAndWhatStandsBetweenCardsDoNotCount() {
    assertThat(VcardSplitter.split("hello\nbegin:vCard\nFN:Bob\nend:vCard\n\nbye\n")).hasSize(1);
  }
}
