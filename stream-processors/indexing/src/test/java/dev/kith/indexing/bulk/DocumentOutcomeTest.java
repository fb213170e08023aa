package dev.kith.indexing.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentOutcomeTest {
  @ParameterizedTest
  @CsvSource({
    "200,KEPT",
    "201,KEPT",
    "409,OLDER",
    "400,REFUSED",
    "413,REFUSED",
    "404,AGAIN",
    "429,AGAIN",
    "403,AGAIN",
    "500,AGAIN",
    "503,AGAIN"
  })
  void onlyWhatIsClearlyTheDocumentsFaultIsRefused(int status, DocumentOutcome verdict) {
    assertThat(DocumentOutcome.ofDocument(status, false)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"200,REMOVED", "404,REMOVED", "409,OLDER", "429,AGAIN", "503,AGAIN"})
  void whatIsNotThereIsRemoved(int status, DocumentOutcome verdict) {
    assertThat(DocumentOutcome.ofDocument(status, true)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"400,REFUSED", "413,REFUSED", "401,AGAIN", "403,AGAIN", "404,AGAIN", "503,AGAIN"})
  void aRequestThatFailsForAnotherReasonIsRepeated(int status, DocumentOutcome verdict) {
    assertThat(DocumentOutcome.ofRequest(status)).isEqualTo(verdict);
  }
}
