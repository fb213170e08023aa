package dev.kith.ingest.calendar;

import dev.kith.ingest.Original;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.icalendar.EventInstance;
import dev.kith.ingest.icalendar.EventSeries;
import dev.kith.ingest.icalendar.ExpansionWindow;
import dev.kith.ingest.icalendar.InvalidEventException;
import dev.kith.ingest.icalendar.Meeting;
import dev.kith.ingest.icalendar.MeetingMapper;
import dev.kith.ingest.icalendar.SeriesExpansion;
import dev.kith.schemas.Activity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the meetings of an event with those that were published, and adds the difference to a
 * page.
 */
final class SeriesPublisher {
  private static final String TYPE = "text/calendar";

  private final MeetingStore store;
  private final MeetingMapper mapper;
  private final CalendarSettings settings;
  private final LocalDate today;
  private final long number;
  private final CalendarPage page;

  /** Accounts of the event with their names: one profile of each is enough for all instances. */
  private final Set<String> named = new HashSet<>();

  /**
   * For one page.
   *
   * @param number of the page
   */
  SeriesPublisher(
      MeetingStore store,
      MeetingMapper mapper,
      CalendarSettings settings,
      LocalDate today,
      long number,
      CalendarPage page) {
    this.store = store;
    this.mapper = mapper;
    this.settings = settings;
    this.today = today;
    this.number = number;
    this.page = page;
  }

  /** Whether the event has changed, or instances of it may have come into the window. */
  static boolean isDue(MeetingStore store, String uid, String fingerprint, LocalDate today) {
    Optional<MeetingStore.PublishedSeries> known = store.series(uid);
    if (known.isEmpty() || !known.get().fingerprint().equals(fingerprint)) {
      return true;
    }
    LocalDate expanded = known.get().expanded();
    return expanded != null && expanded.isBefore(today);
  }

  /** Publishes what has changed of an event; one that cannot be read is set aside. */
  void publish(EventSeries series, @Nullable String calendar, String where) {
    named.clear();
    String fingerprint = series.fingerprint();
    LocalDate open = null;
    try {
      SeriesExpansion expansion = series.expand(window());
      List<Meeting> meetings = new ArrayList<>();
      for (EventInstance instance : expansion.instances()) {
        mapper.map(instance, calendar).ifPresent(meetings::add);
      }
      publish(series, expansion, meetings);
      open = expansion.isOpen() ? today : null;
      if (store
          .series(series.uid())
          .filter(known -> known.fingerprint().equals(fingerprint))
          .isEmpty()) {
        expansion.ignored().forEach(reason -> page.ignore(reason, 1));
        if (meetings.isEmpty() && !expansion.instances().isEmpty()) {
          page.ignore("events without organiser, as the setting owner is missing", 1);
        }
      }
    } catch (InvalidEventException e) {
      byte[] original = Original.truncate(series.original());
      page.add(new UnreadableItem(original, TYPE, where + ": " + e.getMessage()));
    }
    store.put(series.uid(), new MeetingStore.PublishedSeries(fingerprint, open), number);
  }

  private ExpansionWindow window() {
    return ExpansionWindow.around(
        today, settings.windowPast(), settings.windowFuture(), settings.maxInstances());
  }

  /** What was published and is no instance any more is gone, unless it is before the window. */
  private void publish(EventSeries series, SeriesExpansion expansion, List<Meeting> meetings) {
    Map<String, PublishedMeeting> before = new HashMap<>();
    store.meetings(series.uid()).forEach(each -> before.put(each.id(), each));
    for (Meeting meeting : meetings) {
      publish(series.uid(), meeting, before.remove(meeting.activity().getId()));
    }
    before.values().stream()
        .filter(known -> !known.isDeleted() && !known.at().isBefore(expansion.from()))
        .forEach(known -> delete(series.uid(), known, series.revision()));
  }

  /** A change without a later revision gets one, because many programs do not state it. */
  private void publish(String uid, Meeting meeting, @Nullable PublishedMeeting known) {
    Activity activity = meeting.activity();
    if (known != null) {
      boolean isSame = known.fingerprint().equals(PublishedMeeting.fingerprint(activity));
      if (isSame || (known.isDeleted() && activity.getDeleted())) {
        return;
      }
      long revision = Math.max(activity.getRevision(), known.revision() + 1);
      activity = Activity.newBuilder(activity).setRevision(revision).build();
    }
    page.add(activity);
    page.add(
        meeting.profiles().stream()
            .filter(each -> named.add(each.getAccount() + each.getNames()))
            .toList());
    store.put(uid, PublishedMeeting.of(activity), number);
  }

  private void delete(String uid, PublishedMeeting known, long since) {
    Activity deletion = known.deletion(settings.name(), since);
    page.add(deletion);
    store.put(uid, PublishedMeeting.of(deletion), number);
  }

  /** Takes away all meetings of an event that is in no calendar any more. */
  void remove(String uid) {
    store.meetings(uid).stream()
        .filter(known -> !known.isDeleted())
        .forEach(known -> delete(uid, known, 0));
    store.remove(uid, number);
  }
}
