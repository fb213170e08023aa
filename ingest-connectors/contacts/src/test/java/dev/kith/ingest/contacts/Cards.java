package dev.kith.ingest.contacts;

/** Cards of people who do not exist. */
final class Cards {
  private Cards() {}

  /** A card with a mail address made of its UID. */
  static String card(String uid, String name) {
    return """
    BEGIN:VCARD
    VERSION:3.0
    UID:%1$s
    FN:%2$s
    N:%2$s;;;;
    EMAIL:%1$s@example.org
    REV:2026-03-04T05:06:07Z
    END:VCARD
    """
        .formatted(uid, name);
  }
}
