package dev.kith.ingest.mail;

import dev.kith.ingest.Original;
import dev.kith.ingest.UnreadableItem;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A document into an activity and the profiles of those it names: pure, one mail at a time. */
final class MailReader {
  static final String NETWORK = "mail";
  static final String TYPE = "message/rfc822";

  /** As git names whoever wrote a commit together with its author. */
  private static final String CO_AUTHORED = "co-authored";

  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_TEXT = 150_000;
  private static final int LONGEST_QUOTED = 50_000;
  private static final int LONGEST_SIGNATURE = 10_000;
  private static final Pattern LANGUAGE = Pattern.compile("^([a-z]{2})(?:[-_,; ].*)?$");
  private static final Pattern ARCHIVED = Pattern.compile("<(https?://[^<>\\s]{1,1000})>");

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
    Instant at = moment.get().at();
    var draft = new Draft(mail, message, people, author.get(), at, lists);
    return new Reading.Understood(activity(draft), draft.profiles(source), moment.get().dated());
  }

  private static Reading setAside(RawMail mail, String reason) {
    return new Reading.SetAside(new UnreadableItem(Original.truncate(mail.bytes()), TYPE, reason));
  }

  private Activity activity(Draft draft) {
    Fields fields = draft.fields();
    Passages passages = Passages.of(draft.body().text());
    String subject = fields.text("subject").orElse("");
    List<String> parents = draft.parents();
    return Activity.newBuilder()
        .setId(draft.id())
        .setRevision(draft.mail().revision())
        .setNetwork(NETWORK)
        .setSource(source)
        .setKind("mail")
        .setAt(draft.at())
        .setActor(draft.author().account())
        .setTowards(towards(draft))
        .setTitle(subject.isEmpty() ? null : Characters.cut(subject, LONGEST_TITLE))
        .setText(Characters.cut(printable(passages.text()), LONGEST_TEXT))
        .setQuoted(Characters.cut(printable(draft.quoted(passages)), LONGEST_QUOTED))
        .setSignature(Characters.cut(printable(passages.signature()), LONGEST_SIGNATURE))
        .setLanguage(language(fields))
        .setTopics(Subject.topics(subject))
        .setAttachments(draft.body().attachments())
        .setInReplyTo(draft.parent(parents))
        .setThread(parents.isEmpty() ? draft.id() : parents.getFirst())
        .setContext(draft.people().context(subject))
        .setAutomated(Automatic.is(fields, draft.author(), draft.people().list(), draft.body()))
        .setVisibility(visibility)
        .setUrl(archived(fields))
        .setOriginal(ByteBuffer.wrap(OriginalDocument.of(draft.mail().bytes())))
        .setOriginalType(TYPE)
        .build();
  }

  private static List<Towards> towards(Draft draft) {
    List<Towards> towards = new ArrayList<>();
    draft.people().coAuthors().stream()
        .map(author -> new Towards(author.account(), CO_AUTHORED))
        .filter(target -> !towards.contains(target))
        .forEach(towards::add);
    draft
        .people()
        .recipients()
        .forEach(
            (kind, addresses) ->
                addresses.stream()
                    .filter(address -> !draft.lists().contains(address.address()))
                    .map(address -> new Towards(address.account(), kind))
                    .filter(target -> !towards.contains(target))
                    .forEach(towards::add));
    return towards;
  }

  /** Without the characters that only machines read. */
  private static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each < ' ' && each != '\n' && each != '\t') {
        return text.replaceAll("[\\x00-\\x08\\x0B-\\x1F]", "");
      }
    }
    return text;
  }

  private static @Nullable String language(Fields fields) {
    var matcher = LANGUAGE.matcher(fields.folded("content-language"));
    return matcher.matches() ? matcher.group(1) : null;
  }

  private static @Nullable String archived(Fields fields) {
    var matcher = ARCHIVED.matcher(fields.raw("archived-at").orElse(""));
    return matcher.find() ? matcher.group(1) : null;
  }

  /** The bytes of a document after its header, one character per byte. */
  static String bodyOf(byte[] document) {
    byte[] mended = MailRepair.mended(document);
    String text = new String(mended, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    int blank = text.indexOf("\n\n");
    return blank < 0 ? "" : text.substring(blank + 2);
  }
}
