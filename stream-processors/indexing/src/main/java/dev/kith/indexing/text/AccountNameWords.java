package dev.kith.indexing.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of people's names that stand in the accounts of those who take part in an activity:
 * {@code email:ann.lee@example.org}, {@code git:Ann Lee <ann@example.org>}. Whom one writes to is
 * not what one writes about.
 */
public final class AccountNameWords {
  private static final int FEWEST = 2;
  private static final int MAX = 4;
  private static final int LAST_ASCII = 0x7F;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");

  private AccountNameWords() {}

  /** Those of some accounts. One word alone may be anything. */
  public static Set<String> of(Collection<String> accounts) {
    Set<String> words = new HashSet<>();
    for (String account : accounts) {
      List<String> name =
          BETWEEN_WORDS.splitAsStream(name(account)).filter(word -> !word.isEmpty()).toList();
      if (name.size() >= FEWEST && name.size() <= MAX) {
        name.forEach(word -> words.add(folded(word)));
      }
    }
    return words;
  }

  private static String name(String account) {
    int colon = account.indexOf(':');
    String namespace = account.substring(0, Math.max(0, colon));
    int end = account.indexOf(namespace.equals("git") ? " <" : "@");
    boolean has = (namespace.equals("git") || namespace.equals("email")) && end > colon;
    return has ? account.substring(colon + 1, end) : "";
  }

  /** In lower case and without accents. */
  public static String folded(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > LAST_ASCII) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
      }
    }
    return word.toLowerCase(Locale.ROOT);
  }
}
