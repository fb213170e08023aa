package dev.kith.api.search;

import dev.kith.schemas.AccountId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Normalises typed addresses and accounts as the identity step does: case, Unicode form and width
 * are folded, and the domain of a mail address is in ASCII.
 */
public final class AccountSpelling {
  private static final Pattern GIT = Pattern.compile("git:(.*)<([^<>]*)>");
  private static final Pattern MAIL = Pattern.compile("(?i)email:(.*)");

  private AccountSpelling() {}

  /** A mail address. */
  public static String email(String typed) {
    String line = oneLine(typed);
    return line.isEmpty() ? line : AccountId.email(line).address();
  }

  /** A domain without {@code @}, which may precede it. */
  public static String domain(String typed) {
    return email("@" + oneLine(typed).replaceFirst("^@", "")).substring(1);
  }

  /** The account ids that the text may mean; a bare address is an account of mail. */
  public static List<String> accounts(String typed) {
    String line = oneLine(typed);
    return Stream.of(typed, line.toLowerCase(Locale.ROOT), account(line)).distinct().toList();
  }

  private static String account(String line) {
    Matcher git = GIT.matcher(line);
    if (git.matches()) {
      return AccountId.git(git.group(1), git.group(2)).toString();
    }
    return "email:" + email(MAIL.matcher(line).replaceFirst("$1"));
  }

  /** Tabs and line breaks replaced by spaces. */
  private static String oneLine(String typed) {
    return typed.replaceAll("\\p{Cc}", " ").strip();
  }
}
