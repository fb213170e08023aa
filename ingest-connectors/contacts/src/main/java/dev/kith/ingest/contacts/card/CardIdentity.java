package dev.kith.ingest.contacts.card;

import dev.kith.ingest.webdav.Fingerprints;
import ezvcard.VCard;
import ezvcard.property.RawProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What makes a card the same after it was edited. */
final class CardIdentity {
  private static final int LONGEST = 200;

  private CardIdentity() {}

  /**
   * The UID that the card states, also in the property of older programs of Apple; else one made of
   * the name and the first address or number.
   */
  static String uid(VCard card, List<String> names, List<String> emails) {
    return stated(card)
        .map(uid -> uid.length() <= LONGEST ? uid : Fingerprints.of(uid))
        .orElseGet(() -> Fingerprints.of(made(card, names, emails)));
  }

  private static Optional<String> stated(VCard card) {
    RawProperty apple = card.getExtendedProperty("X-ABUID");
    return Stream.concat(
            Stream.ofNullable(card.getUid()).map(uid -> String.valueOf(uid.getValue())),
            Stream.ofNullable(apple).map(uid -> String.valueOf(uid.getValue())))
        .map(
            uid ->
                uid.replaceAll("\\p{Cntrl}", " ")
                    .strip()
                    .replaceFirst("(?i)^urn:uuid:|\\\\?:ABPerson$", ""))
        .filter(uid -> !uid.isEmpty())
        .findFirst();
  }

  private static String made(VCard card, List<String> names, List<String> emails) {
    String name = names.stream().findFirst().orElse("");
    Stream<String> phones =
        card.getTelephoneNumbers().stream().map(p -> String.valueOf(p.getText()));
    return Stream.concat(emails.stream(), phones)
        .findFirst()
        .map(x -> name + "\n" + x)
        .orElse(name);
  }
}
