package dev.kith.ingest.git;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names and addresses that stand in templates and in settings nobody has filled in. */
final class Placeholders {
  private static final Set<String> NAMES =
      Set.of(
          "name",
          "your name",
          "your full name",
          "your name here",
          "full name",
          "first last",
          "firstname lastname",
          "first name last name",
          "author name",
          "user name",
          "username",
          "user.name",
          "user.email",
          "user",
          "root",
          "unknown",
          "nobody",
          "none",
          "null",
          "undefined",
          "(no author)",
          "no author",
          "no name",
          "github username",
          "another name",
          "name surname");

  /** An option of git that was taken for a name. */
  private static final Pattern OPTION = Pattern.compile("--?[a-z-]+");

  private static final Pattern MAIL =
      Pattern.compile(
          "(?:name|you|your|yours?[._-]?(?:e-?mail|name)|e-?mail|user(?:name)?|first\\.last|someone|somebody|"
              + "another-name|mail)@(?:[a-z0-9.-]*example|example\\.[a-z]{2,3}|e?mail\\.com|(?:your-?)?domain\\.[a-z]{2,5}"
              + "|server\\.fake|host\\.tld)");

  private Placeholders() {}

  /** Whether a name is nobody's; brackets around it do not matter. */
  static boolean isName(String name) {
    String bare = name.strip().replaceAll("^[\\[<(]+|[\\])>]+$", "").strip();
    String folded = bare.toLowerCase(Locale.ROOT);
    return NAMES.contains(folded)
        || NAMES.contains(name.strip().toLowerCase(Locale.ROOT))
        || OPTION.matcher(folded).matches();
  }

  /** Whether nobody is meant: the address is a placeholder, and the name is one or like it. */
  static boolean isPerson(String name, String mail) {
    return MAIL.matcher(mail.toLowerCase(Locale.ROOT)).matches() || isName(name);
  }
}
