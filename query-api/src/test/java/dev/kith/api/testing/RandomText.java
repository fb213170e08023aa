package dev.kith.api.testing;

import java.util.List;
import java.util.Random;

/** Random search texts: pieces of the search language, of other query languages, and of none. */
public final class RandomText {
  private static final List<String> PIECES =
      List.of(
          "strength:",
          "last:",
          "network:",
          "since:",
          "-",
          "\"",
          ":",
          ">",
          "<",
          "..",
          ",",
          "30d",
          "2025-01-31",
          "(",
          ")",
          "*",
          "?",
          "~",
          "^",
          "\\",
          "/",
          "[",
          "]",
          "{",
          "}",
          "&&",
          "||",
          "OR",
          "knows:",
          "trend:",
          "cooling",
          "\u202E",
          "\u0000",
          "\t",
          " ",
          "  ",
          "é",
          "日本",
          "😀",
          "\uD83D",
          "ann",
          "org:",
          "at:",
          "topic:",
          "lang:",
          "kind:",
          "before:",
          "me",
          "0",
          "1e9",
          "\"a b\"",
          "<script>",
          "${jndi}",
          "\n",
          "_id:",
          "a:b",
          "99999999999",
          "$.x",
          "%00");

  private RandomText() {}

  /** A new text at each call; the same sequence for the same seed. */
  public static String of(Random chance) {
    var text = new StringBuilder();
    int pieces = chance.nextInt(chance.nextInt(50) == 0 ? 400 : 12);
    for (int i = 0; i < pieces; i++) {
      switch (chance.nextInt(8)) {
        case 0 -> text.append((char) chance.nextInt(0x10000));
        case 1 -> text.append((char) (32 + chance.nextInt(95)));
        default -> text.append(PIECES.get(chance.nextInt(PIECES.size())));
      }
    }
    return text.toString();
  }
}
