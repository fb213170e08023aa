package dev.kith.identity.name;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names as they are compared: without case, accents, order of writing or decoration. */
public final class NameTokens {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]|\"[^\"]*\"");
  private static final Pattern LAST_FIRST = Pattern.compile("([^,]+),\\s*([^,]+)");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Letters that Unicode does not take apart. */
  private static final Map<Character, String> LETTERS =
      Map.of(
          'ß', "ss", 'æ', "ae", 'œ', "oe", 'ø', "o", 'đ', "d", 'ð', "d", 'ł', "l", 'þ', "th", 'ı',
          "i");

  private NameTokens() {}

  /** The words of a name in their order, family name last. */
  public static List<String> words(String name) {
    String plain = ASIDE.matcher(name).replaceAll(" ");
    var turned = LAST_FIRST.matcher(plain);
    String ordered = turned.matches() ? turned.group(2) + " " + turned.group(1) : plain;
    return Stream.of(BETWEEN.split(fold(ordered))).filter(word -> !word.isEmpty()).toList();
  }

  /** Lower case, without accents. */
  static String fold(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String bare = MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    var folded = new StringBuilder(bare.length());
    bare.chars()
        .forEach(c -> folded.append(LETTERS.getOrDefault((char) c, String.valueOf((char) c))));
    return folded.toString();
  }
}
