package dev.kith.ingest.contacts.card;

import ezvcard.Ezvcard;
import ezvcard.VCard;

/** Parses one vCard of version 2.1, 3.0 or 4.0. */
final class VcardParser {
  private VcardParser() {}

  /** The card, or the reason why it is none, as the message of the exception. */
  static VCard parse(String text) {
    String card = text.strip();
    if (!startsWith(card, "BEGIN:VCARD")) {
      throw new IllegalArgumentException(
          "expected vCards, or a CSV file with columns of Google or Outlook, found neither");
    }
    if (!startsWith(card.substring(Math.max(0, card.length() - 9)), "END:VCARD")) {
      throw new IllegalArgumentException("expected END:VCARD, found the end of the text before it");
    }
    VCard parsed = parsed(text);
    if (parsed.getFormattedName() == null
        && parsed.getStructuredName() == null
        && parsed.getEmails().isEmpty()
        && parsed.getTelephoneNumbers().isEmpty()
        && parsed.getOrganizations().isEmpty()) {
      throw new IllegalArgumentException(
          "expected a card with a name, an address or a phone number, found one without");
    }
    return parsed;
  }

  private static boolean startsWith(String text, String word) {
    return text.regionMatches(true, 0, word, 0, word.length());
  }

  /** Whatever the library finds wrong is a reason to set the card aside. */
  private static VCard parsed(String text) {
    VCard card;
    try {
      card = Ezvcard.parse(text).first();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("expected a vCard, found one that cannot be parsed", e);
    }
    if (card == null) {
      throw new IllegalArgumentException("expected a vCard, found none");
    }
    return card;
  }
}
