package dev.kith.identity;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells identifiers that prove nothing: the well-known ones by their look, others by who claims
 * them. A function of the current claims only, never of the order in which they came.
 */
final class Generic {
  /** One person may write their name in many ways, but hardly in more than three unlike ones. */
  static final int MOST_NAMES = 3;

  /** What more accounts than this claim is shared, whatever their names. */
  static final int MOST_CLAIMS = 64;

  private static final Set<String> SHARED_MAILBOXES =
      Set.of(
          "",
          "abuse",
          "accounts",
          "admin",
          "administrator",
          "all",
          "automation",
          "bot",
          "bots",
          "bounce",
          "bounces",
          "bugs",
          "bugzilla",
          "build",
          "builds",
          "ci",
          "commits",
          "contact",
          "cron",
          "cvs",
          "daemon",
          "devnull",
          "dev-null",
          "donotreply",
          "do-not-reply",
          "everyone",
          "feedback",
          "help",
          "hostmaster",
          "info",
          "invalid",
          "jenkins",
          "jobs",
          "list",
          "lists",
          "listserv",
          "mailer",
          "mailer-daemon",
          "mailman",
          "majordomo",
          "marketing",
          "newsletter",
          "nobody",
          "none",
          "no-reply",
          "no_reply",
          "noreply",
          "notifications",
          "null",
          "office",
          "owner",
          "postmaster",
          "press",
          "root",
          "sales",
          "security",
          "staff",
          "subversion",
          "support",
          "svn",
          "system",
          "team",
          "unknown",
          "unspecified",
          "webmaster",
          "www");
  private static final Pattern LIST_PART =
      Pattern.compile("owner-.*|.*-(?:owner|request|bounces?|announce|list|noreply)|no-?reply.*");
  private static final Pattern NO_DOMAIN =
      Pattern.compile(
          "[^@]*|.*@(?:|[^.]*|localhost\\..*|.*\\.(?:local|localdomain|localhost|invalid|lan|internal)"
              + "|\\(none\\)|.*[\\s()].*|example\\.com)");

  private Generic() {}

  /** True if everybody knows that this is nobody's own. */
  static boolean isWellKnown(String identifier) {
    if (!identifier.startsWith("email:")) {
      return identifier.isBlank();
    }
    String address = identifier.substring("email:".length());
    int at = address.lastIndexOf('@');
    String local = at < 0 ? address : address.substring(0, at);
    return NO_DOMAIN.matcher(address).matches()
        || SHARED_MAILBOXES.contains(local)
        || LIST_PART.matcher(local).matches();
  }

  /** True if those who claim an identifier show that it is no one's own. */
  static boolean isClaimedBy(List<Claimant> claimants) {
    return claimants.size() > MOST_CLAIMS
        || claimants.stream().anyMatch(Generic::isShared)
        || NameClusters.count(claimants.stream().flatMap(each -> each.names().stream()).toList())
            > MOST_NAMES;
  }

  private static boolean isShared(Claimant claimant) {
    return switch (claimant.facts().kind()) {
      case BOT, LIST, ROLE -> true;
      case PERSON, ORGANISATION -> false;
    };
  }
}
