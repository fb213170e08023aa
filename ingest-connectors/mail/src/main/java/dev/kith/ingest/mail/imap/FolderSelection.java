package dev.kith.ingest.mail.imap;

import dev.kith.ingest.mail.discarded.DiscardedFolderNames;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Selects the folders of a mailbox to read. */
final class FolderSelection {
  /** Attributes of folders whose messages are in other folders, too, or that have none. */
  private static final Set<String> VIEWS =
      Set.of("\\flagged", "\\important", "\\noselect", "\\nonexistent");

  private static final Set<String> DISCARDED = Set.of("\\trash", "\\junk", "\\drafts");

  private FolderSelection() {}

  /**
   * A folder as the server lists it.
   *
   * @param name full name
   * @param attributes such as {@code \Trash}
   */
  record ListedFolder(String name, Set<String> attributes) {
    static ListedFolder of(String name, String... attributes) {
      Set<String> folded = new HashSet<>();
      Arrays.stream(attributes).forEach(a -> folded.add(a.toLowerCase(Locale.ROOT)));
      return new ListedFolder(name, folded);
    }

    private boolean isEverything() {
      return attributes.contains("\\all");
    }

    private boolean isWanted(boolean everything, DiscardedPolicy discarded) {
      if (isDiscarded()) {
        return discarded == DiscardedPolicy.INCLUDE;
      }
      return isEverything() || (!everything && attributes.stream().noneMatch(VIEWS::contains));
    }

    /** Whether the attributes or, on servers without them, the name say so. */
    private boolean isDiscarded() {
      return attributes.stream().anyMatch(DISCARDED::contains)
          || DiscardedFolderNames.isFolder(name);
    }
  }

  /**
   * The names of the folders to read, sorted, INBOX first. On a server with a folder of all mails
   * (Gmail) this folder is enough.
   */
  static List<String> select(
      List<ListedFolder> all, List<String> wanted, DiscardedPolicy discarded) {
    if (!wanted.isEmpty()) {
      return all.stream()
          .map(ListedFolder::name)
          .filter(wanted::contains)
          .sorted(FolderSelection::order)
          .toList();
    }
    boolean everything = all.stream().anyMatch(ListedFolder::isEverything);
    return all.stream()
        .filter(folder -> folder.isWanted(everything, discarded))
        .map(ListedFolder::name)
        .sorted(FolderSelection::order)
        .toList();
  }

  private static int order(String one, String other) {
    boolean first = one.equalsIgnoreCase("INBOX");
    boolean second = other.equalsIgnoreCase("INBOX");
    return first == second ? one.compareTo(other) : first ? -1 : 1;
  }
}
