package dev.kith.ingest.mail.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.ingest.icalendar.CalendarDocument;
import dev.kith.ingest.icalendar.EventInstance;
import dev.kith.ingest.icalendar.EventSeries;
import dev.kith.ingest.icalendar.ExpansionWindow;
import dev.kith.ingest.icalendar.InvalidEventException;
import dev.kith.ingest.icalendar.Meeting;
import dev.kith.ingest.icalendar.MeetingMapper;
import dev.kith.ingest.mail.address.AccountKindClassifier;
import dev.kith.ingest.mail.address.EmailAddress;
import dev.kith.ingest.mail.mime.MimePart;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the meetings in the calendar parts of a mail (RFC 6047): what an invitation says, and a
 * cancellation that the organiser sent. An answer names only whoever answers, and is left to the
 * calendar of the organiser.
 */
final class InvitationParser {
  private static final String REQUEST = "request";
  private static final String CANCEL = "cancel";

  /** Instances of a recurring meeting until then are read with the invitation. */
  private static final Duration AHEAD = Duration.ofDays(90);

  private static final int MAX_INSTANCES = 1_000;

  private final MeetingMapper mapper;
  private final EmailAddress author;
  private final ExpansionWindow window;
  private final List<Activity> meetings = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();

  private InvitationParser(String source, Visibility visibility, ParsedMail mail) {
    this.mapper = new MeetingMapper(source, null, visibility);
    this.author = mail.author();
    this.window = new ExpansionWindow(Instant.EPOCH, mail.at().plus(AHEAD), MAX_INSTANCES);
  }

  /** The meetings, and profiles of those whom they name. */
  record Invitations(List<Activity> meetings, List<Profile> profiles) {}

  static Invitations parse(MimePart part, ParsedMail mail, String source, Visibility visibility) {
    var parser = new InvitationParser(source, visibility, mail);
    parser.add(part);
    return new Invitations(List.copyOf(parser.meetings), List.copyOf(parser.profiles));
  }

  private void add(MimePart part) {
    switch (part) {
      case MimePart.Leaf leaf when leaf.type().equals("text/calendar") ->
          add(CalendarDocument.parse(leaf.text().getBytes(UTF_8), ZoneId.systemDefault()));
      case MimePart.Multipart bundle -> bundle.parts().forEach(this::add);
      case MimePart.Leaf _, MimePart.Message _ -> {} // a forwarded invitation invites somebody else
    }
  }

  private void add(CalendarDocument document) {
    String method = String.valueOf(document.method());
    if (method.equals(REQUEST) || method.equals(CANCEL)) {
      for (EventSeries series : document.series()) {
        add(series, method.equals(CANCEL));
      }
    }
  }

  /** An event that cannot be read is no meeting; the mail remains. */
  private void add(EventSeries series, boolean isCancellation) {
    try {
      for (EventInstance instance : series.expand(window).instances()) {
        mapper
            .map(instance, null)
            .filter(
                meeting ->
                    !isCancellation || meeting.activity().getActor().equals(author.account()))
            .ifPresent(this::add);
      }
    } catch (InvalidEventException _) { // nothing says when it takes place
      return;
    }
  }

  private void add(Meeting meeting) {
    meetings.add(meeting.activity());
    meeting.profiles().forEach(each -> profiles.add(classified(each)));
  }

  /** As the profiles of the other accounts in a mail. */
  private static Profile classified(Profile profile) {
    String name = profile.getNames().isEmpty() ? null : profile.getNames().getFirst();
    var address = new EmailAddress(name, AccountId.parse(profile.getAccount()).address());
    AccountKind kind = AccountKindClassifier.classify(address);
    return Profile.newBuilder(profile)
        .setNetwork(MailParser.NETWORK)
        .setKind(kind)
        .setNames(AccountKindClassifier.accountName(address, kind).stream().toList())
        .build();
  }
}
