package dev.kith.identity.name;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How common the commonest names of the world are. */
public final class CommonNames {
  private static final double OF = 10_000;
  private static final Map<String, Double> SHARES = read();

  private CommonNames() {}

  /** Which share of people bears {@code word} in one place of their name; 0 if it is not listed. */
  public static double share(String word) {
    return SHARES.getOrDefault(word, 0.0);
  }

  private static Map<String, Double> read() {
    Map<String, Double> shares = new HashMap<>();
    WordList.lines("common-names.txt")
        .map(line -> line.split(" "))
        .forEach(
            words ->
                Arrays.stream(words)
                    .skip(1)
                    .forEach(word -> shares.put(word, Integer.parseInt(words[0]) / OF)));
    return Map.copyOf(shares);
  }
}
