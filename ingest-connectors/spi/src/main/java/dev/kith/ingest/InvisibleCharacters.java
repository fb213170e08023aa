package dev.kith.ingest;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which characters of a name are invisible. A joiner, a variation selector or a tag stays where the
 * script or the emoji around it is written with it (Unicode Standard Annex 31, section 2.3).
 */
final class InvisibleCharacters {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int MONGOLIAN_VOWEL_SEPARATOR = 0x180E;
  private static final int EMOJI_STYLE = 0xFE0F;
  private static final int BLACK_FLAG = 0x1F3F4;
  private static final int BRAILLE_BLANK = 0x2800;
  private static final int COMBINING_GRAPHEME_JOINER = 0x034F;

  /** Scripts whose letters change their form beside a joiner. */
  private static final Set<UnicodeScript> JOINING =
      EnumSet.of(
          UnicodeScript.ARABIC,
          UnicodeScript.BENGALI,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.GUJARATI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.KANNADA,
          UnicodeScript.KHMER,
          UnicodeScript.MALAYALAM,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.MYANMAR,
          UnicodeScript.NKO,
          UnicodeScript.ORIYA,
          UnicodeScript.SINHALA,
          UnicodeScript.SYRIAC,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU);

  private InvisibleCharacters() {}

  /** Whether it stands between words: blanks of every width, line ends, fillers. */
  static boolean isBlank(int each) {
    return Character.isWhitespace(each)
        || Character.isSpaceChar(each)
        || each == BRAILLE_BLANK
        || isHangulFiller(each)
        || each == 0x85;
  }

  private static boolean isHangulFiller(int each) {
    return each == 0x115F || each == 0x1160 || each == 0x3164 || each == 0xFFA0;
  }

  /** Whether nobody sees a character and what stands before and after it does not need it. */
  static boolean isRemoved(int before, int each, int after) {
    if (isJoiner(each)) {
      return !isJoinerNeeded(before, each, after);
    }
    if (isVariationSelector(each)) {
      return !isVaried(before);
    }
    if (isTag(each)) {
      return before != BLACK_FLAG && !isTag(before);
    }
    return switch (Character.getType(each)) {
      case Character.CONTROL, Character.SURROGATE -> true;
      case Character.UNASSIGNED -> !Character.isExtendedPictographic(each);
      case Character.FORMAT -> !isVisibleFormat(each);
      default -> each == COMBINING_GRAPHEME_JOINER;
    };
  }

  private static boolean isJoiner(int each) {
    return each == ZERO_WIDTH_JOINER
        || each == ZERO_WIDTH_NON_JOINER
        || each == MONGOLIAN_VOWEL_SEPARATOR;
  }

  private static boolean isJoinerNeeded(int before, int joiner, int after) {
    boolean isEmoji = isEmojiPart(before) && Character.isExtendedPictographic(after);
    boolean isScript = isJoined(before) && isJoined(after);
    return isScript || (isEmoji && joiner == ZERO_WIDTH_JOINER);
  }

  private static boolean isEmojiPart(int each) {
    return each == EMOJI_STYLE
        || Character.isExtendedPictographic(each)
        || Character.isEmojiModifier(each);
  }

  /** Whether it is a letter or a vowel sign of a script that is written with joiners. */
  private static boolean isJoined(int each) {
    return JOINING.contains(UnicodeScript.of(each)) && (Character.isLetter(each) || isMark(each));
  }

  private static boolean isMark(int each) {
    return switch (Character.getType(each)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean isVariationSelector(int each) {
    return (each >= 0xFE00 && each <= EMOJI_STYLE) || (each >= 0xE0100 && each <= 0xE01EF);
  }

  private static boolean isVaried(int each) {
    return isLetterOrSymbol(each) && !isVariationSelector(each);
  }

  /** Characters that spell a region behind a black flag: the flags of England, Scotland, Wales. */
  private static boolean isTag(int each) {
    return each >= 0xE0020 && each <= 0xE007F;
  }

  /** Signs that enclose digits in Arabic, Syriac and Kaithi are formats, and are seen. */
  private static boolean isVisibleFormat(int each) {
    return (each >= 0x0600 && each <= 0x0605)
        || each == 0x06DD
        || each == 0x070F
        || each == 0x08E2
        || each == 0x110BD
        || each == 0x110CD;
  }

  /** Whether a name can be made of it. */
  static boolean isLetterOrSymbol(int each) {
    return Character.isLetterOrDigit(each)
        || Character.isExtendedPictographic(each)
        || isMark(each)
        || Character.getType(each) == Character.OTHER_SYMBOL
        || Character.getType(each) == Character.PRIVATE_USE;
  }
}
