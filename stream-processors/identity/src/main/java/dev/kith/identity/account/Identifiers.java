package dev.kith.identity.account;

import dev.kith.identity.name.NameField;
import dev.kith.schemas.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an account names as its own and another account may name, too: itself, its mail addresses,
 * its phone numbers, the pages and accounts that were verified to point back, and each account that
 * it says is its own as one of a pair, which only that account can name as well.
 */
public final class Identifiers {
  /** Before a phone number in E.164 form. */
  public static final String PHONE = "tel:";

  /** Before two accounts of which each says that the other is its own. */
  public static final String PAIR = "each other:";

  private static final Pattern ACCOUNT =
      Pattern.compile("(?:fediverse|web|bluesky|github):[^\\s]+$");
  private static final String MAILBOX = "email:";
  public static final String GIT = "git:";
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern GIT_ADDRESS = Pattern.compile("<([^<>]*)>\\s*$");

  private Identifiers() {}

  /** The identifiers of an account, without those that are known to prove nothing. */
  public static List<String> of(AccountProfile member) {
    var found = new TreeSet<String>();
    boolean relayed = member.names().stream().anyMatch(NameField::isRelayed);
    Stream<String> addresses =
        Stream.concat(itself(member).stream(), emails(member))
            .filter(each -> !relayed || !each.startsWith(MAILBOX));
    Stream.of(addresses, phones(member), pages(member), pairs(member))
        .flatMap(Function.identity())
        .filter(identifier -> !isKnownAsShared(identifier))
        .forEach(found::add);
    return List.copyOf(found);
  }

  /**
   * A git author is a name and an address together; only the address is shared with others. If the
   * owners of a repository say who the author is, it is theirs to say whose the address is, too.
   */
  private static Optional<String> itself(AccountProfile member) {
    String account = member.account();
    if (!account.startsWith(GIT)) {
      return Optional.of(account.startsWith(MAILBOX) ? mailbox(account) : account);
    }
    boolean isMapped =
        member.links().stream().anyMatch(page -> page.verified() && page.url().startsWith(GIT));
    Matcher address = GIT_ADDRESS.matcher(account);
    return !isMapped && address.find() ? email(address.group(1)) : Optional.empty();
  }

  private static Stream<String> emails(AccountProfile member) {
    return member.emails().stream().flatMap(address -> email(address).stream());
  }

  private static Stream<String> phones(AccountProfile member) {
    return member.phones().stream().filter(Identifiers::isPhone).map(PHONE::concat);
  }

  /** Whether a text is a phone number in E.164 form, with its country code. */
  public static boolean isPhone(String text) {
    return E164.matcher(text).matches();
  }

  private static Stream<String> pages(AccountProfile member) {
    return member.links().stream()
        .filter(ProfileLink::verified)
        .map(page -> LinkNormalizer.identifier(page.url()));
  }

  private static String mailbox(String identifier) {
    return MAILBOX + Mailbox.canonical(identifier.substring(MAILBOX.length()));
  }

  private static boolean isKnownAsShared(String identifier) {
    return identifier.startsWith(MAILBOX)
        ? SharedAddresses.isShared(identifier.substring(MAILBOX.length()))
        : identifier.isBlank();
  }

  /** An account that has moved and the one it has moved to name each other (alsoKnownAs). */
  private static Stream<String> pairs(AccountProfile member) {
    String account = member.account();
    return member.links().stream()
        .map(ProfileLink::url)
        .filter(url -> isAccount(url) && !url.equals(account))
        .map(
            url -> PAIR + (url.compareTo(account) < 0 ? url + " " + account : account + " " + url));
  }

  /** Links to pages are addresses on the web; only accounts are written in our own form. */
  private static boolean isAccount(String url) {
    return ACCOUNT.matcher(url).lookingAt();
  }

  private static Optional<String> email(String address) {
    return address.isBlank()
        ? Optional.empty()
        : Optional.of(mailbox(AccountId.email(address.replaceAll("\\p{Cntrl}", " ")).toString()));
  }
}
