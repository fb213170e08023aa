package dev.kith.ingest.git.commit;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether the owner of a merged branch is the author of its commits. The owner may be an
 * organisation, and somebody may merge the work of another, so it takes one author, and a login
 * that is made of their name or address.
 */
public final class ForgeLogin {
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHORTEST_WORD = 3;
  private static final int SHORTEST_LOCAL_PART = 4;

  private ForgeLogin() {}

  /**
   * Whether a login is that of the authors, who have one name.
   *
   * @param authors of all commits of the branch
   */
  public static boolean isOf(String login, List<CommitIdent> authors) {
    long names = authors.stream().map(author -> folded(author.name())).distinct().count();
    return names == 1 && authors.stream().allMatch(author -> resembles(folded(login), author));
  }

  private static boolean resembles(String login, CommitIdent author) {
    if (login.length() < SHORTEST_WORD || BotDetector.isBot(author.name(), author.mail())) {
      return false;
    }
    String local = folded(author.mail().substring(0, Math.max(0, author.mail().indexOf('@'))));
    boolean fromAddress =
        login.equals(local)
            || (local.length() >= SHORTEST_LOCAL_PART
                && (local.contains(login) || login.contains(local)));
    return fromAddress || isMadeOf(login, words(author.name()));
  }

  private static boolean isMadeOf(String login, List<String> words) {
    if (words.stream().anyMatch(word -> word.length() >= SHORTEST_WORD && login.contains(word))) {
      return true;
    }
    if (words.size() < 2) {
      return false;
    }
    String first = words.getFirst();
    String last = words.getLast();
    return login.equals(first.charAt(0) + last) || login.equals(first + last.charAt(0));
  }

  private static List<String> words(String name) {
    return Arrays.stream(name.split("[\\s.]+", -1))
        .map(ForgeLogin::folded)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String folded(String text) {
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Form.NFKD);
    return NO_LETTER.matcher(plain.replaceAll("\\p{M}+", "")).replaceAll("");
  }
}
