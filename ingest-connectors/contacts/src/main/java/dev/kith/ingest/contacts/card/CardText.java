package dev.kith.ingest.contacts.card;

import java.util.regex.Pattern;

/** The text of a card as it is kept. */
final class CardText {
  private static final Pattern BINARY =
      Pattern.compile("(?i)(?:[\\w-]+\\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:].*");
  private static final Pattern PROPERTY = Pattern.compile("(?:[\\w-]+\\.)?[A-Za-z][\\w-]*[;:].*");

  private CardText() {}

  /** Without pictures, sounds and keys, which may be larger than all other cards together. */
  static String withoutBinary(String card) {
    var kept = new StringBuilder();
    boolean isBinary = false;
    for (String line : card.lines().toList()) {
      if (PROPERTY.matcher(line).matches()) {
        isBinary = BINARY.matcher(line).matches() && !line.contains("://");
      }
      if (!isBinary) {
        kept.append(line).append("\r\n");
      }
    }
    return kept.toString();
  }
}
