package dev.kith.schemas;

/**
 * An address on a network, written {@code namespace:address}, such as {@code
 * email:ann@example.org}. Folding of case happens here, so that two spellings of one address are
 * one id everywhere.
 *
 * @param namespace lower-case name of the kind of address
 * @param address the address, case-folded where its network folds; no control characters
 */
public record AccountId(String namespace, String address) {
  static {
    // Whoever makes a record of the contract names an account first.
    TrustedRecordClasses.register();
  }

  /** Refuses what could not be told apart from another id. */
  public AccountId {
    if (namespace.isEmpty() || !namespace.chars().allMatch(AccountId::isNamespaceCharacter)) {
      throw new IllegalArgumentException(
          "expected a namespace of a-z, 0-9 and -, found \"" + namespace + "\"");
    }
    if (address.isBlank() || address.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "expected an address without control characters in namespace " + namespace);
    }
  }

  /**
   * A mail address. Mail servers fold case in practice, whatever the standard allows; a domain has
   * one id whether it is written in letters or in Punycode.
   */
  public static AccountId email(String address) {
    return new AccountId("email", MailAddressFolding.fold(address.strip()));
  }

  /** A git author or committer: name and address together, for one address can stand for many. */
  public static AccountId git(String name, String email) {
    return new AccountId("git", clean(name) + " <" + MailAddressFolding.fold(clean(email)) + ">");
  }

  /** Reads {@code namespace:address}; the address may itself contain colons. */
  public static AccountId parse(String id) {
    int colon = id.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("expected namespace:address, found no colon");
    }
    return new AccountId(id.substring(0, colon), id.substring(colon + 1));
  }

  private static String clean(String part) {
    return part.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  private static boolean isNamespaceCharacter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  /** The id as it stands in records. */
  @Override
  public String toString() {
    return namespace + ":" + address;
  }
}
