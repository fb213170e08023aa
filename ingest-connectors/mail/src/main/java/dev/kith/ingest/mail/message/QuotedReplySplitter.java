package dev.kith.ingest.mail.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits the text of a mail into the author's words, quotations and the signature. */
final class QuotedReplySplitter {
  private static final Pattern WROTE =
      Pattern.compile(
          "(?isuU).{0,400}\\b(?:wrote|writes|said|a"
              + " écrit|écrit|schrieb|geschrieben|escribió|schreef|scritto|escreveu|skrev|kirjoitti|pisze|napisał\\(?a?\\)?|написал|пишет|писал\\(?а?\\)?)\\b[^\\n"
              + "]{0,200}[:：]\\s*");
  private static final Pattern WROTE_START =
      Pattern.compile("(?iu)^(?:on|le|am|el|op|il|em|den|w dniu|em|den)\\b.{0,300}\\d.*");
  private static final Pattern MARKER =
      Pattern.compile(
          "(?iu)^\\s*(?:[-_]{2,}\\s*(?:original message|forwarded message|message d'origine|"
              + "message transféré|ursprüngliche nachricht|weitergeleitete nachricht|"
              + "mensaje original|mensaje reenviado|messaggio originale|oorspronkelijk bericht|"
              + "forwarded by .*|original appointment|reply message)\\s*[-_]*|"
              + "begin forwarded message\\s*:|début du message (?:réexpédié|transféré)\\s*:)\\s*$");
  private static final Pattern HEADER =
      Pattern.compile(
          "(?iu)^\\s*\\*?(?:from|sent|date|to|cc|subject|reply-to|de|envoyé|à|objet|date"
              + " d'envoi|von|"
              + "gesendet|an|betreff|datum|para|enviado|asunto|da|inviato|oggetto|van|verzonden|"
              + "onderwerp|aan)\\s?:\\*?(?:\\s.*|$)");
  private static final Pattern AUTHOR =
      Pattern.compile("(?iu)^\\s*\\*?(?:from|de|von|da|van)\\s?:\\*?\\s.*");
  private static final Pattern SIGNATURE = Pattern.compile("^--\\s*$");
  private static final Pattern FOOTER =
      Pattern.compile(
          "(?iu)^(?:_{20,}\\s*|--~--~-+.*|-~-+~-+.*|to unsubscribe from this (?:list|group).*|"
              + "you received this message because you are subscribed to.*|"
              + "to unsubscribe,? (?:send|e-?mail|visit).*|-{5,}\\s*to unsubscribe.*)$");
  private static final Pattern DEVICE =
      Pattern.compile(
          "(?iu)^(?:sent from (?:my|yahoo|mail for|outlook|proton).{0,60}|get outlook for .{0,40}|"
              + "sent (?:via|with|using) .{0,50}|envoyé (?:de|depuis) (?:mon|ma) .{0,40}|"
              + "von meinem .{0,40} gesendet|gesendet (?:von|mit) .{0,50}|"
              + "enviado desde mi .{0,40}|enviado do meu .{0,40}|inviato da(?:l mio)? .{0,40}|"
              + "verstuurd vanaf mijn .{0,40})\\.?\\s*$");
  private static final int MAX_INTRODUCTION_LENGTH = 3;

  private final String[] lines;
  private final List<String> own = new ArrayList<>();
  private final List<String> quoted = new ArrayList<>();
  private final List<String> closing = new ArrayList<>();
  private int at;

  private QuotedReplySplitter(String[] lines) {
    this.lines = lines;
  }

  static SplitText split(String body) {
    var lines = body.replace("\r\n", "\n").replace('\r', '\n').replace('\f', ' ').split("\n", -1);
    return new QuotedReplySplitter(lines).split();
  }

  private SplitText split() {
    while (at < lines.length) {
      line();
    }
    device();
    return new SplitText(joined(own), joined(quoted), joined(closing));
  }

  private void line() {
    String line = lines[at];
    if (isQuote(at)) {
      introduction();
      quoted.add(line);
      at++;
    } else if (armour(line) || block(line)) {
      return;
    } else if (isSignature(line) || isFooter(line)) {
      signature();
    } else if (opensWithDate(line) && restIsQuoted()) {
      rest();
    } else {
      own.add(line);
      at++;
    }
  }

  /**
   * Whether it begins with {@code >}, with {@code |} and a blank, or with initials and {@code >}.
   */
  private boolean isQuote(int index) {
    String line = lines[index];
    int at = !line.isEmpty() && Character.isWhitespace(line.charAt(0)) ? 1 : 0;
    int initials = at;
    while (initials < Math.min(line.length(), at + 3) && isCapital(line.charAt(initials))) {
      initials++;
    }
    return line.startsWith(">", at)
        ? !line.startsWith(">From ")
        : line.startsWith("|", at)
            ? isBlankAt(line, at + 1)
            : initials > at && line.startsWith(">", initials) && isBlankAt(line, initials + 1);
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isBlankAt(String line, int at) {
    return at < line.length() && Character.isWhitespace(line.charAt(at));
  }

  /** Moves the lines above a quotation that name its author to the quotation. */
  private void introduction() {
    int end = own.size();
    while (end > 0 && own.get(end - 1).isBlank()) {
      end--;
    }
    if (end == 0 || !endsInColon(own.get(end - 1))) {
      return;
    }
    for (int length = 1; length <= MAX_INTRODUCTION_LENGTH && length <= end; length++) {
      String words = String.join("\n", own.subList(end - length, end));
      boolean starts = length == MAX_INTRODUCTION_LENGTH || end - length == 0;
      boolean more = !starts && !own.get(end - length - 1).isBlank();
      boolean begins = !more || opensWithDate(own.get(end - length));
      if (begins && WROTE.matcher(words).matches()) {
        var moved = own.subList(end - length, own.size());
        quoted.addAll(moved);
        moved.clear();
        return;
      }
    }
  }

  private static boolean endsInColon(String line) {
    String words = line.stripTrailing();
    return words.endsWith(":") || words.endsWith("\uff1a");
  }

  /** Removes the armour of signed text; the PGP signature goes to the signature. */
  private boolean armour(String line) {
    if (!line.startsWith("-----BEGIN PGP")) {
      return false;
    }
    if (line.startsWith("-----BEGIN PGP SIGNED MESSAGE")) {
      at++;
      while (at < lines.length && lines[at].startsWith("Hash:")) {
        at++;
      }
      return true;
    }
    if (line.startsWith("-----BEGIN PGP SIGNATURE")) {
      while (at < lines.length && !lines[at].startsWith("-----END PGP")) {
        closing.add(lines[at++]);
      }
      at++;
      return true;
    }
    return false;
  }

  /** A message quoted as a whole below the answer, after a marker or after its header lines. */
  private boolean block(String line) {
    boolean rule = line.startsWith("--") || line.startsWith("__") || endsInColon(line);
    boolean marked = rule && MARKER.matcher(line).matches();
    if (!marked && (headersFrom(at) < 3 || !AUTHOR.matcher(line).matches())) {
      return false;
    }
    quoted.add(lines[at++]);
    while (at < lines.length && (lines[at].isBlank() || HEADER.matcher(lines[at]).matches())) {
      quoted.add(lines[at++]);
    }
    if (at < lines.length && !isQuote(at)) {
      rest();
    }
    return true;
  }

  private int headersFrom(int from) {
    int count = 0;
    while (from + count < lines.length && isHeader(lines[from + count])) {
      count++;
    }
    return count;
  }

  private static boolean isHeader(String line) {
    int colon = line.indexOf(':');
    return colon > 0 && colon < 20 && HEADER.matcher(line).matches();
  }

  private static boolean isSignature(String line) {
    return line.startsWith("--") && SIGNATURE.matcher(line).matches();
  }

  private boolean isFooter(String line) {
    if (line.length() < 18 || !FOOTER.matcher(line).matches()) {
      return false;
    }
    boolean rule = line.startsWith("____");
    return !rule || at + 1 >= lines.length || headersFrom(at + 1) == 0;
  }

  /** Reads a signature up to the next quotation: some sign above the quoted mail. */
  private void signature() {
    closing.add(lines[at++]);
    while (at < lines.length && !isQuote(at) && !MARKER.matcher(lines[at]).matches()) {
      if (headersFrom(at) >= 3 || opensQuotation()) {
        return;
      }
      closing.add(lines[at++]);
    }
  }

  private boolean opensQuotation() {
    return opensWithDate(lines[at]) && WROTE.matcher(introductionBelow()).matches();
  }

  /** Searches for digits first: most lines have none, and the pattern is slower. */
  private static boolean opensWithDate(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) >= '0' && line.charAt(i) <= '9') {
        return WROTE_START.matcher(line).matches();
      }
    }
    return false;
  }

  private String introductionBelow() {
    var words = new StringBuilder(lines[at]);
    for (int i = at + 1; i < Math.min(at + MAX_INTRODUCTION_LENGTH, lines.length); i++) {
      if (lines[i - 1].stripTrailing().endsWith(":")) {
        break;
      }
      words.append('\n').append(lines[i]);
    }
    return words.toString();
  }

  /** Whether an introduction without quote marks below it introduces the rest of the text. */
  private boolean restIsQuoted() {
    if (!opensQuotation()) {
      return false;
    }
    for (int i = at; i < lines.length; i++) {
      if (isQuote(i)) {
        return false;
      }
    }
    return true;
  }

  private void rest() {
    while (at < lines.length) {
      quoted.add(lines[at++]);
    }
  }

  private void device() {
    int last = own.size() - 1;
    while (last >= 0 && own.get(last).isBlank()) {
      last--;
    }
    if (last >= 0 && DEVICE.matcher(own.get(last)).matches()) {
      closing.addFirst(own.remove(last));
    }
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines).strip();
  }
}
