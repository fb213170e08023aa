package dev.kith.ingest.git.commit;

import dev.kith.schemas.PlaceholderList;
import dev.kith.schemas.PlaceholderList.Section;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognizes placeholder names and addresses of templates and of unedited settings. */
final class Placeholders {
  private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final Set<String> WORDS =
      PlaceholderList.lines(Section.WORDS).stream()
          .flatMap(line -> words(line).stream())
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> PHRASES =
      PlaceholderList.lines(Section.PHRASES).stream()
          .map(phrase -> String.join(" ", words(phrase)))
          .collect(Collectors.toUnmodifiableSet());

  /** A git option that was stored as a name by mistake, such as {@code --global}. */
  private static final Pattern OPTION = Pattern.compile("--?[a-z-]+");

  private static final Pattern MAIL =
      Pattern.compile(
          "(?:name|you|your|yours?[._-]?(?:e-?mail|name)|e-?mail|user(?:name)?|first\\.last|someone|somebody|"
              + "another-name|mail)@(?:[a-z0-9.-]*example|example\\.[a-z]{2,3}|e?mail\\.com|(?:your-?)?domain\\.[a-z]{2,5}"
              + "|server\\.fake|host\\.tld)");

  private Placeholders() {}

  /** Whether a name is a placeholder; case, accents, brackets and final digits do not matter. */
  static boolean isPlaceholderName(String name) {
    List<String> words = words(name);
    return (!words.isEmpty() && WORDS.containsAll(words))
        || PHRASES.contains(String.join(" ", words))
        || (name.contains("-") && OPTION.matcher(name.strip().toLowerCase(Locale.ROOT)).matches());
  }

  /** Whether the address or the name is a placeholder: neither a person nor a bot is meant. */
  static boolean isPlaceholder(String name, String mail) {
    return MAIL.matcher(mail.toLowerCase(Locale.ROOT)).matches()
        || (isPlaceholderName(name) && !BotDetector.isBot(name, mail));
  }

  private static List<String> words(String text) {
    return SEPARATOR
        .splitAsStream(withoutMarks(text).toLowerCase(Locale.ROOT))
        .map(Placeholders::withoutFinalDigits)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String withoutFinalDigits(String word) {
    int end = word.length();
    while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(0, end);
  }

  private static String withoutMarks(String text) {
    return text.chars().allMatch(each -> each < 0x80)
        ? text
        : MARKS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
  }
}
