package dev.kith.ingest.git.commit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergeSubjectTest {
  @Test
  void theOwnerOfTheBranchOfAPullRequestIsALogin() {
    assertThat(MergeSubject.parse("Merge pull request #7 from Ann-Lee/fix/it").login())
        .hasValue("ann-lee");
    assertThat(MergeSubject.parse("Merged pull request #7 from annlee:fix").login())
        .hasValue("annlee");
    assertThat(MergeSubject.parse("Merge branch 'ann/fix' into main").login()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Merge branch 'master' into fix",
        "Merge branch 'main' of https://example.org/town/code into fix",
        "Merge remote-tracking branch 'upstream/master' into fix",
        "Merge remote-tracking branch 'origin/develop'",
        "Merge https://example.org/town/code into fix",
        "merged with master",
        "Merge master."
      })
  void aBranchThatKeepsUpWithTheMainOneIsRecognized(String subject) {
    assertThat(MergeSubject.parse(subject).ofMainBranch()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Merge branch 'fix' into master",
        "Merge branch 'masterpiece'",
        "Merge branch 'fix' of https://example.org/ann/code",
        "Merge remote-tracking branch 'ann/fix'",
        "Merge branch '1.12.x' into main",
        "Merge pull request #7 from ann/master"
      })
  void whatTheMainBranchTakesInIsNot(String subject) {
    assertThat(MergeSubject.parse(subject).ofMainBranch()).isFalse();
  }
}
