package dev.kith.ingest.testkit;

import dev.kith.schemas.AccountId;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the form of account ids. */
final class AccountChecks {
  /** Namespaces whose networks tell no case apart. */
  private static final Set<String> FOLDED = Set.of("email", "fediverse", "github", "bluesky");

  private AccountChecks() {}

  /** The actor, if known, and everyone it is directed at. */
  static Set<String> namedBy(Activity activity) {
    return Stream.concat(
            Stream.of(activity.getActor()), activity.getTowards().stream().map(Towards::getAccount))
        .filter(account -> !account.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Whether two spellings of the account would give this one id. */
  static boolean isFolded(String account) {
    var id = AccountId.parse(account);
    String address = id.address();
    if (!address.equals(address.strip())) {
      return id.namespace().equals("git") && isFoldedGit(address);
    }
    return switch (id.namespace()) {
      case "email" -> AccountId.email(address).equals(id) && address.indexOf('@') >= 0;
      case "git" -> isFoldedGit(address);
      default -> !FOLDED.contains(id.namespace()) || address.equals(lower(address));
    };
  }

  /** A git account without a name begins with a space. */
  private static boolean isFoldedGit(String address) {
    int mail = address.lastIndexOf(" <");
    return mail >= 0
        && address.endsWith(">")
        && address.substring(mail).equals(lower(address.substring(mail)));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
