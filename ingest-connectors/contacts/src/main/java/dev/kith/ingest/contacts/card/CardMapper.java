package dev.kith.ingest.contacts.card;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Original;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import ezvcard.VCard;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps cards to records, and the deletion of a card to the deletion of its records. */
public final class CardMapper {
  /** Name of the network. */
  public static final String NETWORK = "contacts";

  /** The media type of cards. */
  public static final String MEDIA_TYPE = "text/vcard";

  private static final String KIND = "contact";

  private final String source;
  private final @Nullable String owner;
  private final PhoneNumberParser phoneNumbers;

  /**
   * A mapper of one source.
   *
   * @param owner mail address of whoever keeps the cards; without it nobody knows the people on
   *     them
   * @param region country of phone numbers without country code
   */
  public CardMapper(String source, @Nullable String owner, @Nullable String region) {
    this.source = source;
    this.owner = owner == null ? null : AccountId.email(owner).address();
    this.phoneNumbers = new PhoneNumberParser(region);
  }

  /**
   * The records of a card.
   *
   * @param since when the source was first read, for a card that states no time
   * @param revision of the records
   * @throws IllegalArgumentException with the reason why the text is no card
   */
  public MappedCard map(String text, Instant since, long revision) {
    VCard card = VcardParser.parse(text);
    var fields = new CardFields(card, phoneNumbers);
    List<String> names = fields.names();
    List<String> emails = fields.emails();
    String uid = CardIdentity.uid(card, names, emails);
    Instant at = CardDates.moment(card, Instant.ofEpochMilli(revision)).orElse(since);
    AccountKind kind = fields.kind();
    Profile profile =
        profile(uid, at, revision)
            .setKind(kind)
            .setNames(names)
            .setEmails(emails)
            .setPhones(fields.phones())
            .setLinks(fields.links())
            .setOrganisations(fields.organisations())
            .setBirthday(CardDates.birthday(card))
            .setPhoto(fields.photo())
            .setContexts(fields.categories())
            .build();
    boolean isKnown = kind == AccountKind.PERSON && owner != null && !emails.contains(owner);
    List<Activity> activities = isKnown ? List.of(contact(uid, at, revision, text)) : List.of();
    return new MappedCard(uid, at, profile, activities, fields.ignored());
  }

  private Profile.Builder profile(String uid, Instant at, long revision) {
    return Profile.newBuilder()
        .setAccount(account(uid))
        .setRevision(revision)
        .setNetwork(NETWORK)
        .setSource(source)
        .setSeen(at);
  }

  private String account(String uid) {
    return new AccountId(KIND, source + "/" + uid).toString();
  }

  private Activity contact(String uid, Instant at, long revision, String text) {
    byte[] original = Original.truncate(CardText.withoutBinary(text).getBytes(UTF_8));
    return activity(uid, at, revision)
        .setTowards(List.of(new Towards(account(uid), KIND)))
        .setOriginal(ByteBuffer.wrap(original))
        .setOriginalType(MEDIA_TYPE)
        .build();
  }

  private Activity.Builder activity(String uid, Instant at, long revision) {
    return Activity.newBuilder()
        .setId(account(uid))
        .setRevision(revision)
        .setNetwork(NETWORK)
        .setSource(source)
        .setKind(KIND)
        .setAt(at)
        .setActor(owner == null ? "" : AccountId.email(owner).toString());
  }

  /** The profile of a card that was deleted. */
  public Profile deletedProfile(String uid, Instant at, long revision) {
    return profile(uid, at, revision).setDeleted(true).build();
  }

  /** That the owner no longer has somebody in the address book. */
  public Activity deletedContact(String uid, Instant at, long revision) {
    return activity(uid, at, revision).setDeleted(true).build();
  }

  /** The profile of the owner, whom the activities name; empty if nobody is known as owner. */
  public Optional<Profile> owner(Instant since) {
    return Optional.ofNullable(owner)
        .map(
            address ->
                Profile.newBuilder()
                    .setAccount(AccountId.email(address).toString())
                    .setRevision(KnownProfiles.revision(since))
                    .setNetwork(NETWORK)
                    .setSource(source)
                    .setSeen(KnownProfiles.SEEN_UNKNOWN)
                    .setEmails(List.of(address))
                    .build());
  }
}
