package dev.kith.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(ImapFolders.chosen(SPECIAL, List.of(), Discarded.EXCLUDE))
        .containsExactly("INBOX", "Sent", "Work");
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

    assertThat(ImapFolders.chosen(named, List.of(), Discarded.EXCLUDE))
        .containsExactly("INBOX", "Trash can designs");
  }

  @Test
  void whoNamesFoldersGetsThese() {
    assertThat(ImapFolders.chosen(SPECIAL, List.of("Poubelle", "None"), Discarded.EXCLUDE))
        .containsExactly("Poubelle");
  }

  @Test
  void aFolderOfAllMailsIsEnough() {
    var gmail =
        List.of(
            ImapFolders.Listed.of("INBOX"),
            ImapFolders.Listed.of("[Gmail]/All Mail", "\\All"),
            ImapFolders.Listed.of("Label"));

    assertThat(ImapFolders.chosen(gmail, List.of(), Discarded.EXCLUDE))
        .containsExactly("[Gmail]/All Mail");
  }

  @Test
  void discardedMailIsReadWhenAskedFor() {
    var gmail =
        List.of(
            ImapFolders.Listed.of("INBOX"),
            ImapFolders.Listed.of("[Gmail]/All Mail", "\\All"),
            ImapFolders.Listed.of("[Gmail]/Important", "\\Important"),
            ImapFolders.Listed.of("[Gmail]/Spam", "\\Junk"));

    assertThat(ImapFolders.chosen(SPECIAL, List.of(), Discarded.INCLUDE))
        .containsExactly("INBOX", "Bin", "Later", "Poubelle", "Sent", "Work");
    assertThat(ImapFolders.chosen(gmail, List.of(), Discarded.INCLUDE))
        .containsExactly("[Gmail]/All Mail", "[Gmail]/Spam");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Papelera",
        "[Gmail]/Lixeira",
        "INBOX.Kosz",
        "\u4e0b\u66f8\u304d",
        "Черновики",
        "Deleted Items",
        "Gelöschte Elemente",
        "Unsent Messages"
      })
  void namesOfDiscardedMailAreKnownInManyLanguages(String name) {
    assertThat(DiscardedFolders.isFolder(name)).isTrue();
    assertThat(DiscardedFolders.isFolder(name + " 2024")).isFalse();
  }
}
