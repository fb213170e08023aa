package dev.kith.ingest.mail.address;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a display name, without case and accents, to compare with other names and with the
 * local part of an address.
 *
 * @param words in the order written
 */
public record DisplayNameWords(Set<String> words) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final int MIN_WORD_LENGTH = 3;

  public static DisplayNameWords of(String name) {
    String folded = MARKS.matcher(Normalizer.normalize(name, Form.NFD)).replaceAll("");
    Set<String> words = new LinkedHashSet<>();
    for (String word : SEPARATORS.split(folded.toLowerCase(Locale.ROOT), -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return new DisplayNameWords(words);
  }

  /** Whether the words of one name contain those of the other. */
  public boolean isFormOf(DisplayNameWords other) {
    boolean known = !words.isEmpty() && !other.words.isEmpty();
    return known && (words.containsAll(other.words) || other.words.containsAll(words));
  }

  /** Whether a local part contains a word of the name, as {@code ann.lee} one of Ann Lee. */
  public boolean hasWordIn(String localPart) {
    String letters = String.join("", of(localPart).words);
    return words.stream()
        .anyMatch(word -> word.length() >= MIN_WORD_LENGTH && letters.contains(word));
  }

  /** Whether a local part is made of the name: {@code ann}, {@code lee.ann}, {@code alee}. */
  public boolean canForm(String localPart) {
    List<String> inOrder = List.copyOf(words);
    if (inOrder.isEmpty()) {
      return false;
    }
    String letters = String.join("", of(localPart).words);
    String first = inOrder.getFirst();
    String last = inOrder.getLast();
    String all = inOrder.stream().collect(Collectors.joining());
    return List.of(all, first + last, last + first, first.charAt(0) + last, first + last.charAt(0))
            .contains(letters)
        || (letters.length() >= MIN_WORD_LENGTH && (letters.equals(first) || letters.equals(last)));
  }
}
