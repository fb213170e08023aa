package dev.kith.identity.matching;

import dev.kith.identity.account.Birthday;
import dev.kith.identity.account.Mailbox;
import dev.kith.identity.account.SharedAddresses;
import dev.kith.identity.name.FullNames;
import dev.kith.identity.name.PersonName;
import dev.kith.schemas.AccountKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The features of an account that are compared with those of another.
 *
 * @param account its id
 * @param kind what stands behind it
 * @param names the names it goes by
 * @param mixedScript whether all names it goes by mix letters of alphabets that look alike
 * @param addresses its mail addresses, in small letters, one spelling for each mailbox
 * @param handles logins and local parts of addresses
 * @param nicknames names of one word, which are handles as much as names
 * @param firstNames those of the nicknames that are written as a first name is
 * @param logins per platform, where the account states exactly one: two different ones speak
 *     against one person; the number a platform gives an account stands beside, as a platform of
 *     its own
 * @param birthday day of birth, if it is known
 * @param home mail domain or server, if it is of a size that being there together means something
 */
public record AccountFeatures(
    String account,
    AccountKind kind,
    List<PersonName> names,
    boolean mixedScript,
    Set<String> addresses,
    SortedSet<Handle> handles,
    SortedSet<Handle> nicknames,
    Set<Handle> firstNames,
    SortedMap<String, String> logins,
    Optional<Birthday> birthday,
    Optional<String> home) {

  /** The full names that are written out, as {@link FullNames} compares them. */
  public List<String> statedNames() {
    return FullNames.of(names);
  }

  /** The names that have more than one word. */
  List<PersonName> fullNames() {
    return names.stream().filter(PersonName::hasFamilyName).toList();
  }

  /** Handles and nicknames. */
  NavigableSet<Handle> handlesAndNicknames() {
    NavigableSet<Handle> all = new TreeSet<>(handles);
    all.addAll(nicknames);
    return all;
  }

  /**
   * The same without what comes of a mail address that {@code other} has, too: what sharing an
   * address proves is not for handles to say.
   */
  NavigableSet<Handle> handlesNotFromAddressesOf(AccountFeatures other) {
    NavigableSet<Handle> all = handlesAndNicknames();
    if (Collections.disjoint(addresses, other.addresses)) {
      return all;
    }
    addresses.stream()
        .filter(address -> other.addresses.contains(address))
        .flatMap(address -> Handle.ofAddress(address).stream())
        .forEach(all::remove);
    return all;
  }

  /** Whether an address has a tag, as ann+lists@ has. */
  boolean hasTag() {
    for (String address : addresses) {
      if (address.indexOf('+') > 0) {
        return true;
      }
    }
    return false;
  }

  /** A mailbox that both state if tags do not count: ann+lists@ is ann@. */
  Optional<Mailbox> mailboxWithoutTag(AccountFeatures other) {
    return mailboxes()
        .map(Mailbox::untagged)
        .filter(mailbox -> other.mailboxes().map(Mailbox::untagged).anyMatch(mailbox::equals))
        .findFirst();
  }

  /** An address of each, at one host, that differ in one digit only. */
  Optional<String> mailboxesOneDigitApart(AccountFeatures other) {
    return mailboxes()
        .flatMap(
            mine ->
                other
                    .mailboxes()
                    .filter(mine::isOneDigitApartFrom)
                    .map(theirs -> Stream.of(mine, theirs)))
        .map(pair -> pair.map(Mailbox::toString).sorted().collect(Collectors.joining(" and ")))
        .findFirst();
  }

  private Stream<Mailbox> mailboxes() {
    return addresses.stream()
        .filter(address -> !SharedAddresses.isShared(address))
        .flatMap(address -> Mailbox.of(address).stream());
  }

  /** A login, or the number of one, that both state. */
  Optional<String> sharedLogin(AccountFeatures other) {
    if (logins.isEmpty() || other.logins.isEmpty()) {
      return Optional.empty();
    }
    return logins.entrySet().stream()
        .filter(login -> login.getValue().equals(other.logins.get(login.getKey())))
        .map(login -> login.getValue() + " on " + login.getKey())
        .findFirst();
  }

  /** Whether both state a login on one platform and share none: a login can be renamed. */
  boolean conflictsWith(AccountFeatures other) {
    return !logins.isEmpty()
        && !other.logins.isEmpty()
        && sharedLogin(other).isEmpty()
        && conflicts(other).findAny().isPresent();
  }

  /** The first platform on which both state different logins. */
  String platformOfConflict(AccountFeatures other) {
    return conflicts(other).findFirst().orElseThrow();
  }

  private Stream<String> conflicts(AccountFeatures other) {
    return logins.entrySet().stream()
        .filter(
            login -> {
              String theirs = other.logins.get(login.getKey());
              return theirs != null && !theirs.equals(login.getValue());
            })
        .map(Map.Entry::getKey);
  }
}
