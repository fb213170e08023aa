package dev.kith.ingest.activitystreams.document;

import dev.kith.ingest.DisplayName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** The display name of an actor as plain text. */
public final class ActorName {
  private static final Pattern SHORTCODE =
      Pattern.compile("(?<![\\p{L}\\p{N}]):[A-Za-z0-9_]{2,64}:(?![\\p{L}\\p{N}])");
  private static final Pattern MARKUP =
      Pattern.compile(
          "&(?:amp|lt|gt|quot|apos|nbsp|#\\d{1,7}|#x[0-9a-f]{1,6});"
              + "|</?(?:a|b|br|code|div|em|font|i|img|p|s|script|small|span|strong|style|sub|sup|u)\\b",
          Pattern.CASE_INSENSITIVE);

  private ActorName() {}

  /**
   * The name without emoji shortcodes, which stand for pictures, without markup and without what
   * cannot be seen; empty if nothing is left.
   *
   * @param emoji shortcodes that the actor's server declares, with or without their colons
   */
  public static Optional<String> plain(String name, List<String> emoji) {
    return DisplayName.clean(withoutMarkup(withoutEmoji(name, emoji)));
  }

  private static String withoutEmoji(String name, List<String> emoji) {
    if (name.indexOf(':') < 0) {
      return name;
    }
    String rest = name;
    for (String shortcode : emoji) {
      String bare = shortcode.replaceAll("^:|:$", "");
      rest = bare.isEmpty() ? rest : rest.replace(":" + bare + ":", " ");
    }
    return SHORTCODE.matcher(rest).replaceAll(" ");
  }

  /** A name is plain text (ActivityStreams vocabulary); some programs write HTML. */
  private static String withoutMarkup(String name) {
    boolean isMarked = name.indexOf('<') >= 0 || name.indexOf('&') >= 0;
    return isMarked && MARKUP.matcher(name).find() ? Jsoup.parseBodyFragment(name).text() : name;
  }
}
