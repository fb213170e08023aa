package dev.kith.ingest.git;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises the placeholder names and addresses of templates and of unedited settings. */
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

  /** A git option that was stored as a name by mistake, such as {@code --global}. */
  private static final Pattern OPTION = Pattern.compile("--?[a-z-]+");

  private static final Pattern MAIL =
      Pattern.compile(
          "(?:name|you|your|yours?[._-]?(?:e-?mail|name)|e-?mail|user(?:name)?|first\\.last|someone|somebody|"
              + "another-name|mail)@(?:[a-z0-9.-]*example|example\\.[a-z]{2,3}|e?mail\\.com|(?:your-?)?domain\\.[a-z]{2,5}"
              + "|server\\.fake|host\\.tld)");

  private Placeholders() {}

  /** Whether a name is a placeholder; brackets around it are ignored. */
  static boolean isName(String name) {
    String bare = name.strip().replaceAll("^[\\[<(]+|[\\])>]+$", "").strip();
    String folded = bare.toLowerCase(Locale.ROOT);
    return NAMES.contains(folded)
        || NAMES.contains(name.strip().toLowerCase(Locale.ROOT))
        || OPTION.matcher(folded).matches();
  }

  /** Whether the address or the name is a placeholder, so that no person is meant. */
  static boolean isPerson(String name, String mail) {
    return MAIL.matcher(mail.toLowerCase(Locale.ROOT)).matches() || isName(name);
  }
}
