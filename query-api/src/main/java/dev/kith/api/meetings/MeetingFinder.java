package dev.kith.api.meetings;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.closeness.Closeness;
import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.PersonRef;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.index.DeferredQuery;
import dev.kith.api.index.Hits;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.meetings.Attendance.Guest;
import dev.kith.api.meetings.MeetingsPage.Attendee;
import dev.kith.api.meetings.MeetingsPage.Meeting;
import dev.kith.api.people.ViewerContacts;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Moment;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.Viewer;
import dev.kith.api.relationships.LatestExchange;
import dev.kith.api.relationships.LatestExchangeFinder;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds meetings and who comes to them, in three requests one after the other: the meetings, the
 * people, and what there is between the viewer and each of them.
 */
@Singleton
class MeetingFinder {
  private static final int MAX_MEETINGS = 200;

  /** Each is a search of its own. */
  private static final int MAX_EXCHANGES = 50;

  private final ActivitiesIndex activities;
  private final PeopleIndex people;
  private final ViewerContacts contacts;
  private final LatestExchangeFinder exchanges;

  MeetingFinder(
      ActivitiesIndex activities,
      PeopleIndex people,
      ViewerContacts contacts,
      LatestExchangeFinder exchanges) {
    this.activities = activities;
    this.people = people;
    this.contacts = contacts;
    this.exchanges = exchanges;
  }

  /** The meetings in a time: those of the viewer, or all that anybody may see if there is none. */
  MeetingsPage page(TimeRange range, Viewer viewer, Moment now) {
    Hits<IndexedActivity> found =
        activities.page(
            new PageQuery(
                query(range, viewer),
                PageQuery.ascending("at"),
                List.of(),
                MAX_MEETINGS,
                List.of()));
    List<String> own = viewer.accounts();
    List<IndexedActivity> meetings =
        found.documents().stream().map(each -> each.shownTo(own)).toList();
    Map<String, IndexedPerson> byAccount = people(meetings);
    List<Attendance> attended =
        meetings.stream().map(each -> Attendance.of(each, byAccount, viewer)).toList();
    Set<String> guests = guests(attended).keySet();
    Map<String, DeferredQuery<LatestExchange>> latest = latest(attended, viewer, now);
    DeferredQuery<Map<String, Closeness>> closeness = contacts.deferredTo(guests, viewer, now);
    Stream<DeferredQuery<?>> all = Stream.concat(Stream.of(closeness), latest.values().stream());
    DeferredQuery.fetchAll(all.toArray(DeferredQuery<?>[]::new));
    var known = new Known(closeness.result(), latest);
    return new MeetingsPage(
        attended.stream().map(known::meeting).toList(),
        found.total(),
        range,
        viewer.summary(),
        note(found, guests.size(), viewer),
        now.now());
  }

  private static Query query(TimeRange range, Viewer viewer) {
    var conditions = new ArrayList<Query>();
    conditions.add(viewer.sees());
    conditions.add(Filters.is("deleted", false));
    conditions.add(Filters.term("kind", "meeting"));
    conditions.add(Filters.before("at", range.to()));
    conditions.add(
        Filters.either(
            List.of(Filters.from("at", range.from()), Filters.after("end", range.from()))));
    if (viewer.isSomebody()) {
      conditions.add(viewer.involving(viewer.accounts()));
    }
    return Filters.all(conditions);
  }

  private Map<String, IndexedPerson> people(List<IndexedActivity> meetings) {
    Set<String> accounts =
        meetings.stream()
            .flatMap(
                each -> Stream.concat(Stream.ofNullable(each.actor()), each.towards().stream()))
            .collect(Collectors.toSet());
    Map<String, IndexedPerson> byAccount = new HashMap<>();
    for (IndexedPerson person : people.byAccounts(accounts)) {
      person.accounts().forEach(account -> byAccount.put(account, person));
    }
    return byAccount;
  }

  /** Everybody who is known and takes part in any of the meetings, in their order. */
  private static Map<String, IndexedPerson> guests(Collection<Attendance> attended) {
    Map<String, IndexedPerson> guests = new LinkedHashMap<>();
    attended.stream()
        .flatMap(each -> each.others().stream())
        .map(Guest::person)
        .filter(Objects::nonNull)
        .forEach(person -> guests.putIfAbsent(person.id(), person));
    return guests;
  }

  /** For a team, that of the guest and the first member who takes part in a meeting with them. */
  private Map<String, DeferredQuery<LatestExchange>> latest(
      List<Attendance> attended, Viewer viewer, Moment now) {
    Map<String, DeferredQuery<LatestExchange>> latest = new HashMap<>();
    for (Attendance each : attended) {
      for (IndexedPerson guest : guests(List.of(each)).values()) {
        if (!each.viewers().isEmpty() && latest.size() < MAX_EXCHANGES) {
          latest.computeIfAbsent(
              guest.id(), id -> exchanges.between(each.viewers().getFirst(), guest, viewer, now));
        }
      }
    }
    return latest;
  }

  private static @Nullable String note(Hits<?> found, int guests, Viewer viewer) {
    if (found.total() > MAX_MEETINGS) {
      return "only the first %d meetings are listed".formatted(MAX_MEETINGS);
    }
    return viewer.isSomebody() && guests > MAX_EXCHANGES
        ? "last exchanges are shown for the first %d people only".formatted(MAX_EXCHANGES)
        : null;
  }

  /** What is known of the guests, by person. */
  private record Known(
      Map<String, Closeness> closeness, Map<String, DeferredQuery<LatestExchange>> latest) {

    Meeting meeting(Attendance attended) {
      IndexedActivity meeting = attended.meeting();
      return new Meeting(
          meeting.id(),
          attended.series().orElse(null),
          meeting.at(),
          meeting.end(),
          meeting.title(),
          meeting.place(),
          meeting.status(),
          meeting.context(),
          attended.answer(),
          attended.others().stream().map(this::attendee).toList());
    }

    private Attendee attendee(Guest guest) {
      IndexedPerson person = guest.person();
      if (person == null) {
        return new Attendee(guest.account(), null, guest.answer(), null, null, null);
      }
      DeferredQuery<LatestExchange> exchange = latest.get(person.id());
      return new Attendee(
          guest.account(),
          PersonRef.of(person),
          guest.answer(),
          closeness.get(person.id()),
          exchange == null ? null : exchange.result().last(),
          exchange == null ? null : exchange.result().openQuestion());
    }
  }
}
