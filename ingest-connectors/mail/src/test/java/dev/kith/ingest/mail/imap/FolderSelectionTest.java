package dev.kith.ingest.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.mail.discarded.DiscardedFolderNames;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderSelectionTest {
  private static final List<FolderSelection.ListedFolder> SPECIAL =
      List.of(
          FolderSelection.ListedFolder.of("Work"),
          FolderSelection.ListedFolder.of("INBOX"),
          FolderSelection.ListedFolder.of("Poubelle", "\\HasNoChildren", "\\Trash"),
          FolderSelection.ListedFolder.of("Bin", "\\Junk"),
          FolderSelection.ListedFolder.of("Later", "\\Drafts"),
          FolderSelection.ListedFolder.of("Sent", "\\Sent"));

  @Test
  void theAttributesOfAFolderDecide() {
    assertThat(FolderSelection.select(SPECIAL, List.of(), DiscardedPolicy.EXCLUDE))
        .containsExactly("INBOX", "Sent", "Work");
  }

  @Test
  void withoutAttributesTheNameDecides() {
    var named =
        List.of(
            FolderSelection.ListedFolder.of("INBOX"),
            FolderSelection.ListedFolder.of("INBOX.Trash"),
            FolderSelection.ListedFolder.of("Corbeille"),
            FolderSelection.ListedFolder.of("[Gmail]/Spam"),
            FolderSelection.ListedFolder.of("Entwürfe"),
            FolderSelection.ListedFolder.of("Trash can designs"));

    assertThat(FolderSelection.select(named, List.of(), DiscardedPolicy.EXCLUDE))
        .containsExactly("INBOX", "Trash can designs");
  }

  @Test
  void configuredFoldersAreRead() {
    assertThat(
            FolderSelection.select(SPECIAL, List.of("Poubelle", "None"), DiscardedPolicy.EXCLUDE))
        .containsExactly("Poubelle");
  }

  @Test
  void aFolderOfAllMailsIsEnough() {
    var gmail =
        List.of(
            FolderSelection.ListedFolder.of("INBOX"),
            FolderSelection.ListedFolder.of("[Gmail]/All Mail", "\\All"),
            FolderSelection.ListedFolder.of("Label"));

    assertThat(FolderSelection.select(gmail, List.of(), DiscardedPolicy.EXCLUDE))
        .containsExactly("[Gmail]/All Mail");
  }

  @Test
  void discardedMailIsReadIfIncludedBySetting() {
    var gmail =
        List.of(
            FolderSelection.ListedFolder.of("INBOX"),
            FolderSelection.ListedFolder.of("[Gmail]/All Mail", "\\All"),
            FolderSelection.ListedFolder.of("[Gmail]/Important", "\\Important"),
            FolderSelection.ListedFolder.of("[Gmail]/Spam", "\\Junk"));

    assertThat(FolderSelection.select(SPECIAL, List.of(), DiscardedPolicy.INCLUDE))
        .containsExactly("INBOX", "Bin", "Later", "Poubelle", "Sent", "Work");
    assertThat(FolderSelection.select(gmail, List.of(), DiscardedPolicy.INCLUDE))
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
    assertThat(DiscardedFolderNames.isFolder(name)).isTrue();
    assertThat(DiscardedFolderNames.isFolder(name + " 2024")).isFalse();
  }
}
