package dev.kith.ingest.git.commit;

import dev.kith.schemas.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The name, address and time in an author or committer line.
 *
 * @param name as written; may be empty
 * @param mail as written; may be empty or no address at all
 * @param at when; the epoch if the line does not say
 */
public record CommitIdent(String name, String mail, Instant at) {
  /** The last second whose year has four digits: what comes after is not sortable as a date. */
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  /**
   * Reads {@code Name <mail> seconds zone} as git itself does: the name ends at the first {@code
   * <}, the time begins after the last {@code >}. Of brackets within brackets the innermost hold
   * the address. Null if there is no mail in brackets.
   */
  static @Nullable CommitIdent parse(String line) {
    int open = line.indexOf('<');
    int close = line.indexOf('>', open + 1);
    if (open < 0 || close < 0) {
      return null;
    }
    String name = line.substring(0, open).strip();
    String mail = line.substring(line.lastIndexOf('<', close) + 1, close).strip();
    return new CommitIdent(name, mail, time(line.substring(line.lastIndexOf('>') + 1)));
  }

  /** Whether mail could be sent to it: one {@code @}, and a host that says where. */
  static boolean isAddress(String mail) {
    int at = mail.indexOf('@');
    return at > 0
        && at == mail.lastIndexOf('@')
        && at + 1 < mail.length()
        && !mail.endsWith("(none)")
        && mail.chars()
            .noneMatch(each -> Character.isWhitespace(each) || each == '<' || each == '>');
  }

  /** Clocks are wrong in every long history: times are kept, within what a calendar can show. */
  private static Instant time(String text) {
    String seconds = text.strip().split(" ", 2)[0];
    if (seconds.isEmpty() || !seconds.chars().allMatch(Character::isDigit)) {
      return Instant.EPOCH;
    }
    return Instant.ofEpochSecond(
        seconds.length() > 12 ? LAST : Math.min(Long.parseLong(seconds), LAST));
  }

  /** Whether name and address are empty: such commits may have different authors. */
  boolean isEmpty() {
    return name.isEmpty() && mail.isEmpty();
  }

  /** Somebody with this name and address, and how a commit concerns them. */
  public Participant as(String kind) {
    return new Participant(kind, name, mail);
  }

  /** The account: name and address together. */
  public String account() {
    return AccountId.git(name, mail).toString();
  }
}
