package dev.kith.ingest.icalendar;

import com.github.mangstadt.vinnie.VObjectProperty;
import dev.kith.ingest.Original;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps an instance of an event to the activity that a meeting is. */
public final class MeetingMapper {
  /** Network of every meeting, whatever connector reads it. */
  public static final String NETWORK = "calendar";

  private static final String KIND = "meeting";
  private static final String TYPE = "text/calendar";
  private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** Smaller than the second that separates two modifications. */
  private static final int MAX_SEQUENCE = 999;

  private final String source;
  private final @Nullable EventParticipant owner;
  private final Visibility visibility;

  /**
   * For the events of one source.
   *
   * @param owner address of whom events without organiser belong to; null if that is not known
   * @param visibility of events that are not private
   */
  public MeetingMapper(String source, @Nullable String owner, Visibility visibility) {
    this.source = source;
    this.owner = owner == null ? null : EventParticipant.of(owner);
    this.visibility = visibility;
  }

  /** The revision of an event: when it was changed last, then how often. */
  static long revision(CalendarComponent event) {
    long modified = moments(event, "LAST-MODIFIED", "DTSTAMP", "CREATED").findFirst().orElse(0L);
    return modified + sequence(event);
  }

  /** The revision of a cancellation, which may repeat when the event was changed before. */
  private static long cancellation(CalendarComponent event) {
    long sent = moments(event, "LAST-MODIFIED", "DTSTAMP").max(Long::compare).orElse(0L);
    return Math.max(sent + sequence(event), revision(event));
  }

  private static Stream<Long> moments(CalendarComponent event, String... names) {
    var times = new EventTimeParser(new TimeZones(List.of()), ZoneOffset.UTC.getRules());
    return Stream.of(names)
        .flatMap(name -> event.first(name).stream())
        .flatMap(property -> moment(property, times).stream())
        .map(moment -> Math.max(0, moment.toEpochMilli()));
  }

  private static Optional<Instant> moment(VObjectProperty property, EventTimeParser times) {
    try {
      return Optional.of(times.parse(property).instant());
    } catch (InvalidEventException _) { // another property tells
      return Optional.empty();
    }
  }

  private static int sequence(CalendarComponent event) {
    String written = event.value("SEQUENCE").orElse("");
    return written.matches("\\d{1,9}") ? Math.min(Integer.parseInt(written), MAX_SEQUENCE) : 0;
  }

  /**
   * The meeting; empty if nobody is known who organises it.
   *
   * @param calendar name of the calendar
   * @throws InvalidEventException if it takes place at no plausible time
   */
  public Optional<Meeting> map(EventInstance instance, @Nullable String calendar)
      throws InvalidEventException {
    if (instance.start().isBefore(EARLIEST) || instance.start().isAfter(LATEST)) {
      throw new InvalidEventException("expected a start from 1971 to 2099, found another");
    }
    CalendarComponent event = instance.event();
    List<EventParticipant> attendees = attendees(event);
    Optional<EventParticipant> organiser = organiser(event, attendees, calendar);
    if (organiser.isEmpty()) {
      return Optional.empty();
    }
    if (instance.isCancelled()) {
      String actor = organiser.get().account();
      Activity deletion =
          deletion(source, instance.id(), instance.start(), actor, cancellation(event));
      return Optional.of(new Meeting(deletion, List.of()));
    }
    return Optional.of(meeting(instance, calendar, organiser.get(), attendees));
  }

  /** The activity that takes a meeting away. */
  public static Activity deletion(
      String source, String id, Instant at, String actor, long revision) {
    return Activity.newBuilder()
        .setId(id)
        .setRevision(revision)
        .setDeleted(true)
        .setNetwork(NETWORK)
        .setSource(source)
        .setKind(KIND)
        .setAt(at)
        .setActor(actor)
        .build();
  }

  private Meeting meeting(
      EventInstance instance,
      @Nullable String calendar,
      EventParticipant organiser,
      List<EventParticipant> attendees) {
    CalendarComponent event = instance.event();
    List<Towards> towards =
        attendees.stream()
            .filter(each -> !each.account().equals(organiser.account()))
            .map(each -> new Towards(each.account(), each.answer()))
            .toList();
    boolean isPrivate = event.keyword("CLASS").matches("PRIVATE|CONFIDENTIAL");
    Activity activity =
        Activity.newBuilder()
            .setId(instance.id())
            .setRevision(revision(event))
            .setNetwork(NETWORK)
            .setSource(source)
            .setKind(KIND)
            .setAt(instance.start())
            .setEnd(instance.end())
            .setActor(organiser.account())
            .setTowards(towards)
            .setTitle(EventText.title(event))
            .setText(EventText.text(event))
            .setTopics(EventText.topics(event))
            .setContext(calendar == null ? null : EventText.line(calendar).orElse(null))
            .setStatus(event.keyword("STATUS").equals("TENTATIVE") ? "tentative" : "confirmed")
            .setPlace(EventText.place(event))
            .setUrl(EventText.url(event))
            .setVisibility(isPrivate ? Visibility.PRIVATE : visibility)
            .setOriginal(ByteBuffer.wrap(Original.truncate(EventSeries.original(Stream.of(event)))))
            .setOriginalType(TYPE)
            .build();
    List<Profile> profiles = new ArrayList<>();
    Stream.concat(Stream.of(organiser), attendees.stream())
        .forEach(each -> profiles.add(profile(each, activity)));
    return new Meeting(activity, profiles);
  }

  /** Everybody once; the answer that is written last counts. */
  private static List<EventParticipant> attendees(CalendarComponent event) {
    Map<String, EventParticipant> byAccount = new LinkedHashMap<>();
    for (VObjectProperty property : event.all("ATTENDEE")) {
      if (EventParticipant.isPerson(property)) {
        EventParticipant.of(property).ifPresent(each -> byAccount.put(each.account(), each));
      }
    }
    return List.copyOf(byAccount.values());
  }

  /**
   * Who organises it: who is said to, else who presides, else the owner. An export of Google has
   * the owner's address as the name of the calendar; this one comes first.
   */
  private Optional<EventParticipant> organiser(
      CalendarComponent event, List<EventParticipant> attendees, @Nullable String calendar) {
    return event
        .first("ORGANIZER")
        .filter(EventParticipant::isPerson)
        .flatMap(EventParticipant::of)
        .or(() -> attendees.stream().filter(EventParticipant::isChair).findFirst())
        .or(
            () ->
                Optional.ofNullable(calendar)
                    .flatMap(EventParticipant::clean)
                    .filter(address -> address.contains("."))
                    .map(EventParticipant::of))
        .or(() -> Optional.ofNullable(owner));
  }

  /**
   * An account is seen when the event was written, or when it takes place if that is earlier. The
   * revision is 0: whatever a mail or the account itself says of it counts more.
   */
  private Profile profile(EventParticipant participant, Activity meeting) {
    Instant at = meeting.getAt();
    Instant written = Instant.ofEpochMilli(meeting.getRevision());
    Instant seen = meeting.getRevision() > 0 && written.isBefore(at) ? written : at;
    boolean isGlobal = participant.address().indexOf('.', participant.address().indexOf('@')) > 0;
    String account = participant.account();
    return Profile.newBuilder()
        .setAccount(account)
        .setRevision(0)
        .setNetwork(NETWORK)
        .setSource(source)
        .setSeen(seen)
        .setAsserted(Asserted.OTHERS)
        .setKind(AccountKind.PERSON)
        .setNames(Optional.ofNullable(participant.name()).stream().toList())
        .setEmails(isGlobal ? List.of(account.substring("email:".length())) : List.of())
        .build();
  }
}
