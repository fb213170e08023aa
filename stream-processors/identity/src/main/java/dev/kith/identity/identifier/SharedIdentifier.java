package dev.kith.identity.identifier;

import dev.kith.identity.account.Identifiers;
import dev.kith.identity.name.NameClusters;
import dev.kith.identity.name.NameField;
import dev.kith.identity.name.NameTokens;
import dev.kith.identity.name.PersonName;
import dev.kith.schemas.AccountKind;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Recognizes identifiers that several people share, by who claims them. A function of the current
 * claims only, never of the order in which they came.
 */
public final class SharedIdentifier {
  /** One person may write their name in many ways, but hardly in more than three unlike ones. */
  static final int MAX_NAMES = 3;

  /** Of which at most two have a given and a family name: born and married, or in two scripts. */
  static final int MAX_FULL_NAMES = 2;

  /** And at most so many if the address tells nothing of any of them. */
  static final int MAX_FOREIGN_NAMES = 2;

  private static final String MAILBOX = "email:";

  /** What more accounts than this claim is shared, whatever their names. */
  static final int MAX_CLAIMS = 64;

  private SharedIdentifier() {}

  /**
   * Whether the claimants show that an identifier belongs to no single person. A git author is
   * claimed only by those of whom the owners of a repository say that they are this author,
   * whatever they are called. A phone number tells nothing of its owner, and families and offices
   * share one: it belongs to one person only if all claimants go by names that may be one.
   */
  public static boolean isShared(String identifier, List<Claimant> claimants) {
    return claimants.size() > MAX_CLAIMS
        || claimants.stream().anyMatch(SharedIdentifier::isShared)
        || (identifier.startsWith(Identifiers.PHONE)
            ? isPhoneOfSeveral(claimants)
            : !identifier.startsWith(Identifiers.GIT)
                && isNamedTooUnlike(identifier, names(claimants)));
  }

  private static List<String> names(List<Claimant> claimants) {
    return claimants.stream().flatMap(each -> each.names().stream()).toList();
  }

  private static boolean isPhoneOfSeveral(List<Claimant> claimants) {
    List<String> names = names(claimants);
    List<PersonName> parsed =
        names.stream().flatMap(name -> PersonName.parse(name).stream()).toList();
    return claimants.stream().anyMatch(each -> each.kind() != AccountKind.PERSON)
        || names.stream().anyMatch(NameField::isSeveralPeople)
        || NameClusters.count(names) > 1
        || parsed.stream().anyMatch(one -> parsed.stream().anyMatch(one::contradicts));
  }

  /** Whether an identifier joins those who claim it: there are several, and it proves something. */
  public static boolean isJoining(String identifier, List<Claimant> claimants) {
    return claimants.size() > 1 && !isShared(identifier, claimants);
  }

  private static boolean isNamedTooUnlike(String identifier, List<String> written) {
    List<String> names = written.stream().filter(name -> !NameField.isSeveralPeople(name)).toList();
    List<String> full = names.stream().filter(name -> NameTokens.words(name).size() > 1).toList();
    List<String> unrelated = names.stream().filter(name -> !isRelatedTo(identifier, name)).toList();
    return NameClusters.count(names) > MAX_NAMES
        || NameClusters.count(full) > MAX_FULL_NAMES
        || (NameClusters.count(unrelated) > MAX_FOREIGN_NAMES && unrelated.size() == names.size());
  }

  /**
   * Whether the part of an address before the @ tells something of {@code name}, or cannot be
   * expected to, as a number.
   */
  private static boolean isRelatedTo(String identifier, String name) {
    int at = identifier.indexOf('@');
    if (!identifier.startsWith(MAILBOX) || at < 0) {
      return true;
    }
    String local = String.join("", NameTokens.words(identifier.substring(MAILBOX.length(), at)));
    List<String> words = NameTokens.words(name);
    String initials =
        words.stream().map(each -> each.substring(0, 1)).collect(Collectors.joining());
    boolean telling = local.chars().anyMatch(Character::isLetter);
    return !telling
        || words.stream().anyMatch(each -> each.length() > 2 && local.contains(each))
        || (local.length() > 2 && String.join("", words).contains(local))
        || (initials.length() > 1 && local.contains(initials));
  }

  private static boolean isShared(Claimant claimant) {
    return switch (claimant.kind()) {
      case BOT, LIST, ROLE -> true;
      case PERSON, ORGANISATION -> false;
    };
  }
}
