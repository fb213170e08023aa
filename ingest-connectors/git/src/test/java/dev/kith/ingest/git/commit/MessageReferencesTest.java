package dev.kith.ingest.git.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.git.commit.MessageReferences.Conversation;
import org.junit.jupiter.api.Test;

class MessageReferencesTest {
  @Test
  void aRevertNamesTheCommitsItTakesBack() {
    assertThat(of("Revert \"a\"\n\nThis reverts commit 0123abcd.").reverted())
        .containsExactly("0123abcd");
    assertThat(of("Undo\n\nThis reverts commits 0123abcd, 1123abcd and\n2123abcd.").reverted())
        .containsExactly("0123abcd", "1123abcd", "2123abcd");
  }

  @Test
  void theRevertOfAMergeNamesTheMergeOnly() {
    String text = "Revert\n\nThis reverts commit 0123abcd, reversing\nchanges made to 1123abcd.";

    assertThat(of(text).reverted()).containsExactly("0123abcd");
  }

  @Test
  void aFixNamesTheCommitWithTheFault() {
    assertThat(of("net: fix\n\nFixes: 0123abcd9876 (\"net: add\")\nFixes: 1123abcd").fixed())
        .containsExactly("0123abcd9876", "1123abcd");
    assertThat(of("net: fix\n\nit fixes: 0123abcd nothing\nFixes: #12").fixed()).isEmpty();
  }

  @Test
  void aListOfHundredsIsNotOneChange() {
    var text = new StringBuilder("Undo\n");
    for (int i = 0; i < 30; i++) {
      text.append("\nThis reverts commit ").append(1_000_000 + i).append('.');
    }

    assertThat(of(text.toString()).reverted()).isEmpty();
  }

  @Test
  void aMergedPullRequestComesBeforeAnIssueThatIsClosed() {
    assertThat(of("Merge pull request #7 from ann/fix\n\nCloses #5").conversation())
        .hasValue(new Conversation(true, 7));
    assertThat(of("Fix it (#8)\n\n* one").conversation()).hasValue(new Conversation(true, 8));
    assertThat(of("Merge branch 'a' into 'b'\n\nSee merge request town/code!9").conversation())
        .hasValue(new Conversation(true, 9));
    assertThat(of("Fix it\n\nResolves: #5, fixes #6").conversation())
        .hasValue(new Conversation(false, 5));
    assertThat(of("Fix it, see #5").conversation()).isEmpty();
  }

  private static MessageReferences of(String message) {
    return MessageReferences.of(CommitMessage.parse(message));
  }
}
