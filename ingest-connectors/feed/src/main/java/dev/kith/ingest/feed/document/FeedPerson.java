package dev.kith.ingest.feed.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody whom a feed or an item names.
 *
 * @param name as written; empty if there is none
 * @param uri page of the person; empty if there is none
 * @param email mail address; empty if there is none
 * @param role {@code author}, {@code contributor}, {@code owner}, {@code host}, {@code guest}, …
 */
public record FeedPerson(String name, String uri, String email, String role) {
  /** The role of whoever wrote an item. */
  public static final String AUTHOR = "author";

  private static final Pattern MAIL = Pattern.compile("[^\\s<>()\"',;:]+@[^\\s<>()\"',;:]+");

  /** Whether the person wrote the item, or speaks in it. */
  public boolean isAuthor() {
    return role.equals(AUTHOR);
  }

  FeedPerson at(String page) {
    return new FeedPerson(name, page, email, role);
  }

  /** Reads {@code Ann (ann@example.org)}, {@code Ann <ann@example.org>} and other orders. */
  public static FeedPerson parse(String written, String role) {
    Matcher mail = MAIL.matcher(written);
    if (!mail.find()) {
      return new FeedPerson(written.strip(), "", "", role);
    }
    String rest = written.substring(0, mail.start()) + " " + written.substring(mail.end());
    String name = rest.replaceAll("mailto:|[<>\"]|\\(\\s*\\)|^[\\s(]+|[\\s)]+$", "").strip();
    return new FeedPerson(name, "", mail.group(), role);
  }
}
