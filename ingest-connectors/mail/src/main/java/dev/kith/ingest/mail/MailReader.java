package dev.kith.ingest.mail;

import dev.kith.ingest.Original;
import dev.kith.ingest.UnreadableItem;
import dev.kith.schemas.Visibility;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document into an activity and the profiles of those it names: pure, one mail at a time. */
final class MailReader {
  static final String NETWORK = "mail";
  static final String TYPE = "message/rfc822";

  private final String source;
  private final Visibility visibility;
  private final @Nullable String listAddress;
  private final Discarded discarded;
  private final InstantSource clock;

  /**
   * For the mails of one source.
   *
   * @param source its name
   * @param visibility who could see them where they were
   * @param listAddress of the one list whose archive it is, or null
   */
  MailReader(String source, Visibility visibility, @Nullable String listAddress) {
    this(source, visibility, listAddress, Discarded.EXCLUDE, InstantSource.system());
  }

  /**
   * For the mails of one source.
   *
   * @param discarded what becomes of mails that say to be deleted, spam or drafts
   * @param clock nothing is written long after it is read
   */
  MailReader(
      String source,
      Visibility visibility,
      @Nullable String listAddress,
      Discarded discarded,
      InstantSource clock) {
    this.source = source;
    this.visibility = visibility;
    this.discarded = discarded;
    this.clock = clock;
    this.listAddress = listAddress == null ? null : AddressList.address(listAddress).orElse(null);
  }

  /** Reads a mail; list addresses it makes known are added to {@code lists}. */
  Reading read(RawMail mail, KnownLists lists) {
    Part.Enclosed message = MimeReader.read(mail.bytes());
    Fields fields = message.fields();
    if (fields.isEmpty()) {
      return setAside(mail, "expected header fields, found none, in " + mail.where());
    }
    if (discarded == Discarded.EXCLUDE && DiscardMarks.areIn(fields)) {
      return new Reading.LeftOut();
    }
    var people = People.of(fields, mail.envelope(), listAddress);
    Optional<Address> author = people.author();
    if (author.isEmpty()) {
      return setAside(
          mail,
          "expected a sender in From, Sender or the envelope, found none, in " + mail.where());
    }
    Optional<MailMoment> moment = MailMoment.of(fields, mail.envelope(), clock);
    if (moment.isEmpty()) {
      return setAside(
          mail,
          "expected a moment that can be true in Date, Received or the envelope, found none, in "
              + mail.where());
    }
    lists.add(people.list().addresses());
    var parsed = ParsedMail.of(mail, message, people, author.get(), moment.get().at());
    return new Reading.Understood(
        new ActivityBuilder(parsed, lists).build(source, visibility),
        new ProfileBuilder(parsed, lists, source).build(),
        moment.get().dated());
  }

  private static Reading setAside(RawMail mail, String reason) {
    return new Reading.SetAside(new UnreadableItem(Original.truncate(mail.bytes()), TYPE, reason));
  }
}
