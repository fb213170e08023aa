package dev.kith.ingest.mail.mime;

import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decodes bytes, also if their charset is declared wrongly or not at all. */
public final class CharsetDetector {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Charset CYRILLIC = Charset.forName("windows-1251");
  private static final Charset KOI8 = Charset.forName("KOI8-R");

  /** Names that mail programs use and Java does not know, or knows as a smaller charset. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("cp-1252", "windows-1252"),
          Map.entry("iso-8859-8-i", "iso-8859-8"),
          Map.entry("iso-8859-8-e", "iso-8859-8"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("x-gbk", "gb18030"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("koi8", "koi8-r"),
          Map.entry("utf8", "utf-8"),
          Map.entry("unicode-1-1-utf-8", "utf-8"));

  /** Labels that are used for any 8-bit text. */
  private static final Set<String> MEANINGLESS =
      Set.of("us-ascii ascii ansi_x3.4-1968 unknown unknown-8bit x-unknown 8bit".split(" ", -1));

  /**
   * Where a standard charset has control characters, and the Windows charset of the same letters
   * has letters.
   */
  private static final Map<String, String> WINDOWS =
      Map.of(
          "ISO-8859-2", "windows-1250",
          "ISO-8859-7", "windows-1253",
          "ISO-8859-9", "windows-1254",
          "ISO-8859-13", "windows-1257",
          "ISO-8859-15", "windows-1252");

  private static final Pattern QUOTES = Pattern.compile("[\"'<>]");

  private CharsetDetector() {}

  /** The charset of a label, or empty if it is unknown. */
  static Optional<Charset> charset(@Nullable String label) {
    if (label == null) {
      return Optional.empty();
    }
    String name = QUOTES.matcher(label.strip().toLowerCase(Locale.ROOT)).replaceAll("");
    if (name.isEmpty() || MEANINGLESS.contains(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(ALIASES.getOrDefault(name, name)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /**
   * Decodes bytes with the declared charset {@code label}, or null. It never fails. Well-formed
   * UTF-8 is decoded as UTF-8, whatever the label.
   */
  static String decode(byte[] bytes, @Nullable String label) {
    Optional<Charset> named = charset(label);
    if (isAscii(bytes)) {
      return new String(bytes, named.orElse(StandardCharsets.ISO_8859_1));
    }
    Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
    if (named.isEmpty() || named.get().equals(StandardCharsets.UTF_8)) {
      return utf8.orElseGet(() -> new String(bytes, guess(bytes, named)));
    }
    Charset charset = named.get();
    return utf8.filter(text -> isLikelierThan(charset, text, bytes))
        .orElseGet(() -> asNamed(bytes, charset));
  }

  private static String asNamed(byte[] bytes, Charset charset) {
    String text = new String(bytes, charset);
    String windows = WINDOWS.get(charset.name());
    boolean hasControls = windows != null && text.chars().anyMatch(CharsetDetector::isHighControl);
    return hasControls ? new String(bytes, Charset.forName(windows)) : text;
  }

  private static boolean isHighControl(int c) {
    return c >= 0x80 && c < 0xA0;
  }

  /** Whether bytes that are well-formed UTF-8 are more likely UTF-8 than the declared charset. */
  private static boolean isLikelierThan(Charset charset, String utf8, byte[] bytes) {
    if (charset.name().startsWith("UTF-")) {
      return utf8.indexOf('\0') < 0;
    }
    long foreign = utf8.codePoints().filter(c -> c > 0x7F).count();
    if (charset.newDecoder().averageCharsPerByte() < 1) { // several bytes a character
      return strict(bytes, charset).isEmpty() || utf8.chars().filter(c -> c > 0x7FF).count() > 1;
    }
    String asNamed = new String(bytes, charset);
    if (foreign > 3 || !continuesWithLetters(bytes, asNamed)) {
      return true;
    }
    int difference = scriptChanges(utf8) - scriptChanges(asNamed);
    boolean isLatin = asNamed.codePoints().allMatch(CharsetDetector::isLatinOrCommon);
    return difference < 0 || (difference == 0 && (foreign > 1 || isLatin));
  }

  /** Whether the continuation bytes of UTF-8 would be letters in the declared charset. */
  private static boolean continuesWithLetters(byte[] bytes, String asNamed) {
    for (int i = 0; i < bytes.length; i++) {
      if ((bytes[i] & 0xC0) == 0x80 && !Character.isLetter(asNamed.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** How often two adjacent letters are of different scripts, which no word has. */
  private static int scriptChanges(String text) {
    int changes = 0;
    UnicodeScript before = UnicodeScript.COMMON;
    for (int c : text.codePoints().toArray()) {
      UnicodeScript script = Character.isLetter(c) ? UnicodeScript.of(c) : UnicodeScript.COMMON;
      boolean letters = script != UnicodeScript.COMMON && before != UnicodeScript.COMMON;
      changes += letters && script != before ? 1 : 0;
      before = script;
    }
    return changes;
  }

  private static boolean isLatinOrCommon(int c) {
    return !Character.isLetter(c) || UnicodeScript.of(c) == UnicodeScript.LATIN;
  }

  /** Mostly valid UTF-8 that is declared as UTF-8 is UTF-8; else the letters decide. */
  private static Charset guess(byte[] bytes, Optional<Charset> named) {
    String asNamed = new String(bytes, StandardCharsets.UTF_8);
    long broken = asNamed.chars().filter(c -> c == 0xFFFD).count();
    long foreign = asNamed.chars().filter(c -> c > 0x7F).count();
    if (named.isPresent() && broken * 2 < foreign) {
      return StandardCharsets.UTF_8;
    }
    return singleByte(bytes);
  }

  /**
   * Cyrillic text is nearly all high letters; in KOI8-R its small letters are 0xC0-0xDF, in
   * windows-1251 0xE0-0xFF. Western text has single accents among ASCII letters.
   */
  private static Charset singleByte(byte[] bytes) {
    int ascii = 0;
    int low = 0;
    int high = 0;
    for (byte b : bytes) {
      int c = b & 0xFF;
      if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
        ascii++;
      } else if (c >= 0xE0) {
        high++;
      } else if (c >= 0xC0) {
        low++;
      }
    }
    if (low + high < 4 || low + high < ascii) {
      return WESTERN;
    }
    return low > high ? KOI8 : CYRILLIC;
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      var decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** The text on one line, without control characters, with single blanks. */
  public static String oneLine(String text) {
    var line = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == 0x7F || (c >= 0x80 && c < 0xA0) || Character.isWhitespace(c)) {
        gap = !line.isEmpty();
      } else {
        if (gap) {
          line.append(' ');
          gap = false;
        }
        line.append(c);
      }
    }
    return line.toString();
  }

  /** At most {@code length} characters, without half a surrogate pair at the end. */
  public static String truncate(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }
}
