package dev.kith.ingest.mail;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which folders of a mailbox are read. */
final class ImapFolders {
  private static final Set<String> LEFT_OUT =
      Set.of(
          "\\trash",
          "\\junk",
          "\\drafts",
          "\\flagged",
          "\\important",
          "\\noselect",
          "\\nonexistent");

  /** For servers that do not say what a folder is for. */
  private static final Pattern NAMES =
      Pattern.compile(
          "(?iu)(?:.*[./])?(?:trash|deleted(?: items| messages)?|junk(?: e-?mail)?|spam|drafts|corbeille"
              + "|brouillons|indésirables|pourriel|papierkorb|entwürfe|templates|outbox)");

  private ImapFolders() {}

  /**
   * A folder as the server lists it.
   *
   * @param name full name
   * @param attributes such as {@code \Trash}
   */
  record Listed(String name, Set<String> attributes) {
    static Listed of(String name, String... attributes) {
      Set<String> folded = new HashSet<>();
      Arrays.stream(attributes).forEach(a -> folded.add(a.toLowerCase(Locale.ROOT)));
      return new Listed(name, folded);
    }

    private boolean isLeftOut() {
      return attributes.stream().anyMatch(LEFT_OUT::contains) || NAMES.matcher(name).matches();
    }
  }

  /**
   * The names of those to read, sorted, INBOX first. A server that has a folder of all mails
   * (Gmail) has every other mail there, too, so that this one is enough.
   */
  static List<String> chosen(List<Listed> all, List<String> wanted) {
    if (!wanted.isEmpty()) {
      return all.stream()
          .map(Listed::name)
          .filter(wanted::contains)
          .sorted(ImapFolders::order)
          .toList();
    }
    List<String> everything =
        all.stream().filter(f -> f.attributes.contains("\\all")).map(Listed::name).toList();
    if (!everything.isEmpty()) {
      return everything;
    }
    return all.stream()
        .filter(folder -> !folder.isLeftOut())
        .map(Listed::name)
        .sorted(ImapFolders::order)
        .toList();
  }

  private static int order(String one, String other) {
    boolean first = one.equalsIgnoreCase("INBOX");
    boolean second = other.equalsIgnoreCase("INBOX");
    return first == second ? one.compareTo(other) : first ? -1 : 1;
  }
}
