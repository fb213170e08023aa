package dev.kith.identity.linkage;

import java.util.Optional;
import java.util.Set;

/**
 * A short name somebody goes by: login, nickname, the part of a mail address before the @.
 *
 * @param text folded, letters and digits only
 */
record Handle(String text) implements Comparable<Handle> {
  private static final int SHORTEST = 3;

  /** Local parts and logins that name a role or a machine and nobody in particular. */
  private static final Set<String> GENERIC =
      Set.of(
          "info",
          "admin",
          "administrator",
          "root",
          "mail",
          "email",
          "git",
          "github",
          "githubcom",
          "gitlab",
          "dev",
          "devel",
          "contact",
          "hello",
          "office",
          "support",
          "webmaster",
          "postmaster",
          "devnull",
          "noreply",
          "donotreply",
          "none",
          "unknown",
          "user",
          "test",
          "nobody",
          "home",
          "work",
          "public",
          "spam",
          "nospam",
          "inbox",
          "post",
          "list",
          "lists",
          "gmail",
          "code",
          "sourceforge",
          "bugs",
          "bugzilla",
          "developer",
          "developers",
          "opensource",
          "oss",
          "contrib",
          "name",
          "main",
          "account",
          "accounts",
          "vagrant",
          "localhost",
          "build",
          "builder",
          "jenkins",
          "bot",
          "student",
          "guest",
          "team",
          "sales",
          "service",
          "security",
          "anonymous",
          "ubuntu",
          "debian",
          "docker",
          "system",
          "mailer",
          "daemon",
          "twitter",
          "firstname",
          "lastname",
          "youremail",
          "example");

  /** The handle in {@code text}, unless it is too short or too general to be anybody's. */
  static Optional<Handle> of(String text) {
    String letters = Folding.letters(text);
    boolean somebodys = letters.length() >= SHORTEST && !GENERIC.contains(letters);
    return somebodys ? Optional.of(new Handle(letters)) : Optional.empty();
  }

  /** The handle in the part of a mail address before the @, without a tag: ann of ann+lists. */
  static Optional<Handle> ofAddress(String address) {
    int at = address.lastIndexOf('@');
    String local = at < 0 ? address : address.substring(0, at);
    int plus = local.indexOf('+');
    return of(plus > 0 ? local.substring(0, plus) : local);
  }

  /** Without the digits at its end, which people add when a handle is taken. */
  String stem() {
    int end = text.length();
    while (end > 0 && Character.isDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** How many digits stand at its end. */
  int digits() {
    return text.length() - stem().length();
  }

  @Override
  public int compareTo(Handle other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
