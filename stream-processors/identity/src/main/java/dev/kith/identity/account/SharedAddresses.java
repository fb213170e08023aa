package dev.kith.identity.account;

import dev.kith.identity.name.WordList;
import java.util.Set;
import java.util.regex.Pattern;

/** Mail addresses of which everybody knows that they are no one's own. */
public final class SharedAddresses {
  private static final Set<String> SHARED_MAILBOXES =
      WordList.set(
          """
          abuse accounts admin administrator all automation bot bots bounce bounces bugs
          bugzilla build builds ci commits contact cron cvs daemon devnull dev-null
          donotreply do-not-reply everyone feedback help hostmaster info invalid
          invitation invitations invite invites jenkins jobs list lists listserv mailer
          mailer-daemon mailman majordomo marketing mention mentions newsletter nobody
          none no-reply no_reply noreply notification notifications notify null office
          owner postmaster press replies reply root sales security shared staff subversion
          support svn system team unknown unspecified webmaster www
          """);
  private static final Pattern LIST_PART =
      Pattern.compile(
          "owner-.*|.*-(?:owner|request|bounces?|announce|list|noreply)|no-?reply.*"
              + "|(?:repl(?:y|ies)|bounces?|invit(?:e|ation)s?|notifications?|support|info)[+=].*");
  private static final Pattern LIST_DOMAIN =
      Pattern.compile("lists?\\..*|mailman\\..*|googlegroups\\.com|(?:.*\\.)?groups\\.io");
  private static final Pattern NO_DOMAIN =
      Pattern.compile(
          "[^.]*|localhost\\..*|.*\\.(?:local|localdomain|localhost|invalid|lan|internal)"
              + "|.*[\\s()].*|example\\.com");

  private SharedAddresses() {}

  /** Whether {@code address} is a machine's, a role's, a list's or no address at all. */
  public static boolean isShared(String address) {
    int at = address.lastIndexOf('@');
    if (at < 0) {
      return true;
    }
    String local = address.substring(0, at);
    String domain = address.substring(at + 1);
    return NO_DOMAIN.matcher(domain).matches()
        || LIST_DOMAIN.matcher(domain).matches()
        || SHARED_MAILBOXES.contains(local)
        || LIST_PART.matcher(local).matches();
  }
}
