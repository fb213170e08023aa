package dev.kith.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImapFoldersTest {
  private static final List<ImapFolders.Listed> SPECIAL =
      List.of(
          ImapFolders.Listed.of("Work"),
          ImapFolders.Listed.of("INBOX"),
          ImapFolders.Listed.of("Poubelle", "\\HasNoChildren", "\\Trash"),
          ImapFolders.Listed.of("Bin", "\\Junk"),
          ImapFolders.Listed.of("Later", "\\Drafts"),
          ImapFolders.Listed.of("Sent", "\\Sent"));

  @Test
  void whatAFolderIsForDecides() {
    assertThat(ImapFolders.chosen(SPECIAL, List.of())).containsExactly("INBOX", "Sent", "Work");
  }

  @Test
  void withoutThatItsNameDecides() {
    var named =
        List.of(
            ImapFolders.Listed.of("INBOX"),
            ImapFolders.Listed.of("INBOX.Trash"),
            ImapFolders.Listed.of("Corbeille"),
            ImapFolders.Listed.of("[Gmail]/Spam"),
            ImapFolders.Listed.of("Entwürfe"),
            ImapFolders.Listed.of("Trash can designs"));

    assertThat(ImapFolders.chosen(named, List.of())).containsExactly("INBOX", "Trash can designs");
  }

  @Test
  void whoNamesFoldersGetsThese() {
    assertThat(ImapFolders.chosen(SPECIAL, List.of("Poubelle", "None")))
        .containsExactly("Poubelle");
  }

  @Test
  void aFolderOfAllMailsIsEnough() {
    var gmail =
        List.of(
            ImapFolders.Listed.of("INBOX"),
            ImapFolders.Listed.of("[Gmail]/All Mail", "\\All"),
            ImapFolders.Listed.of("Label"));

    assertThat(ImapFolders.chosen(gmail, List.of())).containsExactly("[Gmail]/All Mail");
  }
}
