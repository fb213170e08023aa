package dev.kith.identity.account;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One spelling for each page, and an account's id where a page is an account. */
final class LinkNormalizer {
  private static final Pattern MAIL = Pattern.compile("(?i)mailto:([^?]+).*");
  private static final Pattern HUB =
      Pattern.compile("(?i)https?://(?:www\\.)?(github|gitlab)\\.com/([a-z0-9-]+)/?");
  private static final Pattern FEDIVERSE =
      Pattern.compile("(?i)https?://([^/@?#]+)/(?:@|users/)([a-z0-9_.-]+)/?");
  private static final Pattern ACCOUNT =
      Pattern.compile("(?i)(?:acct:@?|@)([a-z0-9_.-]+)@([^/@?#\\s]+)");
  private static final Pattern WEB =
      Pattern.compile("(?i)https?://(?:www\\.)?([^/?#]+)([^#]*?)/?(?:#.*)?");
  private static final List<Pattern> KNOWN = List.of(MAIL, HUB, FEDIVERSE, ACCOUNT, WEB);

  private LinkNormalizer() {}

  /** The identifier a link stands for. */
  static String identifier(String url) {
    String clean = url.strip();
    for (Pattern pattern : KNOWN) {
      Matcher matcher = pattern.matcher(clean);
      if (matcher.matches()) {
        return identifier(pattern, matcher);
      }
    }
    return clean;
  }

  private static String identifier(Pattern pattern, Matcher found) {
    String first = lower(found.group(1));
    if (pattern == MAIL) {
      return "email:" + Mailbox.canonical(first);
    }
    if (pattern == HUB) {
      return first + ":" + lower(found.group(2));
    }
    if (pattern == FEDIVERSE) {
      return "fediverse:" + lower(found.group(2)) + "@" + first;
    }
    if (pattern == ACCOUNT) {
      return "fediverse:" + first + "@" + lower(found.group(2));
    }
    return "https://" + first + found.group(2);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
