package dev.kith.ingest.contacts;

import dev.kith.ingest.contacts.card.MappedCard;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a card that was read.
 *
 * @param at the time of its records
 * @param hasActivity whether its owner was said to know the person
 * @param uid of the card
 */
record CardNote(Instant at, boolean hasActivity, String uid) {
  static CardNote of(MappedCard card) {
    return new CardNote(card.at(), !card.activities().isEmpty(), card.uid());
  }

  /** Empty for an item that was never readable. */
  static Optional<CardNote> parse(String note) {
    String[] parts = note.split(" ", 3);
    return parts.length < 3
        ? Optional.empty()
        : Optional.of(
            new CardNote(
                Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1].equals("+"), parts[2]));
  }

  @Override
  public String toString() {
    return at.toEpochMilli() + (hasActivity ? " + " : " - ") + uid;
  }
}
