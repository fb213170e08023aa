package dev.kith.api.calendar;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.query.Moment;
import dev.kith.api.query.PageQuery;
import dev.kith.api.query.RelationshipQueries;
import dev.kith.api.query.Viewer;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries of the feed: of the people with whom the viewer was in touch most recently. */
@Singleton
class CalendarFeed {
  /** So many days are shown, and a silence that begins at most so many days from now. */
  private static final int DAYS = 90;

  private static final int MAX_PEOPLE = 1_000;
  private static final Set<String> MET = Set.of("accepted", "tentative");

  private static final Set<String> WROTE =
      Set.of("to", "bcc", "bto", "reply", "mention", "issue-comment", "pr-comment", "pr-review");

  private final RelationshipsIndex relationships;
  private final PeopleIndex people;

  CalendarFeed(RelationshipsIndex relationships, PeopleIndex people) {
    this.relationships = relationships;
    this.people = people;
  }

  /** The entries, by day. */
  List<CalendarEntry> entries(Viewer viewer, Moment now) {
    if (!viewer.isSomebody()) {
      return List.of();
    }
    Set<String> own = viewer.ids();
    List<IndexedRelationship> recent = recent(own);
    Map<String, IndexedPerson> others =
        people.byIds(recent.stream().map(each -> other(each, own)).distinct().toList()).stream()
            .collect(Collectors.toMap(IndexedPerson::id, Function.identity()));
    List<CalendarEntry> entries = new ArrayList<>(days(recent, others, own, now));
    recent.forEach(each -> silence(each, others, own, now).ifPresent(entries::add));
    others.values().forEach(each -> birthday(each).ifPresent(entries::add));
    entries.sort(Comparator.comparing(CalendarEntry::day).thenComparing(CalendarEntry::uid));
    return entries;
  }

  private List<IndexedRelationship> recent(Set<String> own) {
    Query query = RelationshipQueries.of(own);
    var page = new PageQuery(query, PageQuery.descending("last"), List.of(), MAX_PEOPLE, List.of());
    return relationships.page(page).documents().stream()
        .filter(each -> !own.contains(each.a()) || !own.contains(each.b()))
        .toList();
  }

  private static String other(IndexedRelationship relationship, Set<String> own) {
    return own.contains(relationship.a()) ? relationship.b() : relationship.a();
  }

  /** One entry for each day on which the viewer met or wrote to anybody. */
  private static List<CalendarEntry> days(
      List<IndexedRelationship> recent,
      Map<String, IndexedPerson> others,
      Set<String> own,
      Moment now) {
    SortedMap<Integer, Set<String>> met = new TreeMap<>();
    SortedMap<Integer, Set<String>> wrote = new TreeMap<>();
    int first = (int) now.today().minusDays(DAYS).toEpochDay();
    for (IndexedRelationship each : recent) {
      Direction sent = own.contains(each.a()) ? Direction.A_TO_B : Direction.B_TO_A;
      IndexedPerson other = others.get(other(each, own));
      for (Bucket bucket : now.formula().contacts(each.bucketRecords())) {
        if (other == null || bucket.getDay() < first) {
          continue;
        }
        if (MET.contains(bucket.getKind())) {
          met.computeIfAbsent(bucket.getDay(), day -> new TreeSet<>()).add(other.name());
        } else if (bucket.getDirection() == sent && WROTE.contains(bucket.getKind())) {
          wrote.computeIfAbsent(bucket.getDay(), day -> new TreeSet<>()).add(other.name());
        }
      }
    }
    return Stream.concat(met.keySet().stream(), wrote.keySet().stream())
        .distinct()
        .map(day -> day(LocalDate.ofEpochDay(day), names(met, day), names(wrote, day)))
        .toList();
  }

  private static String names(Map<Integer, Set<String>> byDay, int day) {
    return String.join(", ", byDay.getOrDefault(day, Set.of()));
  }

  private static CalendarEntry day(LocalDate day, String met, String wrote) {
    String summary =
        met.isEmpty()
            ? "Wrote to " + wrote
            : "Met " + met + (wrote.isEmpty() ? "" : "; wrote to " + wrote);
    return new CalendarEntry("day-" + day + "@kith", day, false, summary);
  }

  /** On the day on which a silence becomes unusual, if that is not far away. */
  private static Optional<CalendarEntry> silence(
      IndexedRelationship relationship,
      Map<String, IndexedPerson> others,
      Set<String> own,
      Moment now) {
    return Optional.ofNullable(others.get(other(relationship, own)))
        .flatMap(
            person ->
                relationship
                    .trendDates()
                    .silentFrom()
                    .filter(day -> isNear(day, now.today()))
                    .map(
                        day ->
                            new CalendarEntry(
                                "silence-" + relationship.id().replace('|', '-') + "@kith",
                                day,
                                false,
                                "Losing touch with %s, last contact %s"
                                    .formatted(person.name(), relationship.last()))));
  }

  private static boolean isNear(LocalDate day, LocalDate today) {
    return day.isAfter(today.minusDays(DAYS)) && day.isBefore(today.plusDays(DAYS));
  }

  private static Optional<CalendarEntry> birthday(IndexedPerson person) {
    return DayOfBirth.of(person.birthdays())
        .map(
            born ->
                new CalendarEntry(
                    "birthday-" + person.id() + "@kith",
                    born.day(),
                    true,
                    born.summary(person.name())));
  }
}
