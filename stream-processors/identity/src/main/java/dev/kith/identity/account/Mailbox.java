package dev.kith.identity.account;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mailbox of a mail address in lower case. At Gmail dots, a tag and the old domain make no
 * difference (support.google.com/mail/answer/7436150). Elsewhere dots tell mailboxes apart, and a
 * tag is the owner's only as far as the names agree.
 *
 * @param local the part before the @
 * @param domain the part behind it
 */
public record Mailbox(String local, String domain) {
  private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

  /** An address without the sign, and with a host behind its name. */
  private static final Pattern WRITTEN_AT =
      Pattern.compile("([^@\\s]+)_at_([a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,})");

  /** The mailbox of {@code address}; empty if it is no address. */
  public static Optional<Mailbox> of(String address) {
    int at = address.lastIndexOf('@');
    boolean complete = at > 0 && at < address.length() - 1;
    return complete
        ? Optional.of(new Mailbox(address.substring(0, at), address.substring(at + 1)))
        : Optional.empty();
  }

  /**
   * One spelling for all addresses of one mailbox, as far as its host says so; ann_at_example.org
   * is written for robots not to read.
   */
  public static String canonical(String address) {
    Matcher written = WRITTEN_AT.matcher(address);
    return written.matches()
        ? canonicalAtHost(written.group(1) + "@" + written.group(2))
        : canonicalAtHost(address);
  }

  private static String canonicalAtHost(String address) {
    return of(address)
        .filter(mailbox -> GMAIL.contains(mailbox.domain))
        .map(mailbox -> mailbox.untagged().local.replace(".", "") + "@gmail.com")
        .filter(canonical -> canonical.charAt(0) != '@')
        .orElse(address);
  }

  /** Without a tag: ann@example.org of ann+lists@example.org. */
  public Mailbox untagged() {
    int plus = local.indexOf('+');
    return plus > 0 ? new Mailbox(local.substring(0, plus), domain) : this;
  }

  /**
   * Whether the two are told apart at one host by one digit only, as a second John Smith gets: who
   * chooses a longer number for themselves may well have two.
   */
  public boolean isOneDigitApartFrom(Mailbox other) {
    String one = letters(untagged().local);
    String two = letters(other.untagged().local);
    return domain.equals(other.domain)
        && !one.equals(two)
        && !stem(one).isEmpty()
        && stem(one).equals(stem(two));
  }

  private static String letters(String local) {
    return local.replace(".", "").replace("_", "").replace("-", "");
  }

  /** Without a last digit, if it is the only one there. */
  private static String stem(String letters) {
    int end = letters.length() - 1;
    boolean one =
        end > 0
            && Character.isDigit(letters.charAt(end))
            && !Character.isDigit(letters.charAt(end - 1));
    return one ? letters.substring(0, end) : letters;
  }

  @Override
  public String toString() {
    return local + "@" + domain;
  }
}
