package dev.kith.ingest.mail.message;

import dev.kith.ingest.Original;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.mail.address.AddressListParser;
import dev.kith.ingest.mail.address.EmailAddress;
import dev.kith.ingest.mail.discarded.DiscardedFlags;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.mime.HeaderFields;
import dev.kith.ingest.mail.mime.MimeParser;
import dev.kith.ingest.mail.mime.MimePart;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Visibility;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses a mail into an activity and the profiles of everyone it names; the result depends on
 * nothing else.
 */
public final class MailParser {
  public static final String NETWORK = "mail";
  static final String TYPE = "message/rfc822";

  private final String source;
  private final Visibility visibility;
  private final @Nullable String listAddress;
  private final DiscardedPolicy discarded;
  private final InstantSource clock;

  /**
   * For the mails of one source.
   *
   * @param source its name
   * @param visibility who could see them at their source
   * @param listAddress of the one list whose archive it is, or null
   * @param discarded whether mails marked as deleted, spam or drafts are read
   * @param clock for the latest plausible time of a mail
   */
  public MailParser(
      String source,
      Visibility visibility,
      @Nullable String listAddress,
      DiscardedPolicy discarded,
      InstantSource clock) {
    this.source = source;
    this.visibility = visibility;
    this.discarded = discarded;
    this.clock = clock;
    this.listAddress =
        listAddress == null ? null : AddressListParser.address(listAddress).orElse(null);
  }

  /** Parses a mail; list addresses found in it are added to {@code lists}. */
  public ParseResult parse(RawMail mail, KnownListAddresses lists) {
    MimePart.Message message = MimeParser.parse(mail.bytes());
    HeaderFields fields = message.fields();
    if (fields.isEmpty()) {
      return failed(mail, "expected header fields, found none, in " + mail.where());
    }
    if (discarded == DiscardedPolicy.EXCLUDE && DiscardedFlags.isDiscarded(fields)) {
      return new ParseResult.Excluded();
    }
    var people = Participants.of(fields, mail.envelope(), listAddress);
    Optional<EmailAddress> author = people.author();
    if (author.isEmpty()) {
      return failed(
          mail,
          "expected a sender in From, Sender or the envelope, found none, in " + mail.where());
    }
    Optional<SentTime> time = SentTime.of(fields, mail.envelope(), clock);
    if (time.isEmpty()) {
      return failed(
          mail,
          "expected a plausible time in Date, Received or the envelope, found none, in "
              + mail.where());
    }
    lists.add(people.list().addresses());
    var parsed = ParsedMail.of(mail, message, people, author.get(), time.get().at());
    var invitations = InvitationParser.parse(message.part(), parsed, source, visibility);
    List<Profile> profiles = new ArrayList<>(new ProfileBuilder(parsed, lists, source).build());
    profiles.addAll(invitations.profiles());
    return new ParseResult.Parsed(
        new ActivityBuilder(parsed, lists).build(source, visibility),
        invitations.meetings(),
        profiles,
        time.get().dated());
  }

  private static ParseResult failed(RawMail mail, String reason) {
    return new ParseResult.Failed(
        new UnreadableItem(Original.truncate(mail.bytes()), TYPE, reason));
  }
}
