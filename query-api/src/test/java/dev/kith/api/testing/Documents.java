package dev.kith.api.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.HalfLife;
import dev.kith.schemas.Indices;
import dev.kith.schemas.PersonId;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.SeedsCodec;
import dev.kith.schemas.strength.StrengthFormula;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Test documents in the shape in which the indexing step writes them. */
public final class Documents {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Documents by index and id. */
  private final Map<String, Map<String, Map<String, Object>>> byIndex = new LinkedHashMap<>();

  /** Ids by name. */
  private final Map<String, String> ids = new LinkedHashMap<>();

  /** The id of a person that was added before. */
  public String id(String name) {
    return String.valueOf(ids.get(name));
  }

  /** The mail account of a person. */
  public static String account(String name) {
    return "email:" + email(name);
  }

  /** The mail address of a person. */
  public static String email(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".") + "@example.org";
  }

  /** A person with a mail account, and more fields. */
  public Documents person(String name, Map<String, Object> more) {
    String account = account(name);
    String id = PersonId.ofSeed(account);
    ids.put(name, id);
    var person = new LinkedHashMap<String, Object>();
    person.put("id", id);
    person.put("ids", List.of(id));
    person.put("kind", "PERSON");
    person.put("ended", false);
    person.put("names", List.of(name));
    person.put("name", name);
    person.put("accounts", List.of(account));
    person.put("emails", List.of(email(name)));
    person.put("networks", List.of("mail"));
    person.put("firstSeen", "2020-01-01T00:00:00Z");
    person.putAll(more);
    List<String> all = ids(person);
    person.put("ids", all);
    person.put("seeds", SeedsCodec.encode(all));
    put("people", id, person);
    return this;
  }

  /** The own id, the given ones, and one for each account. */
  private static List<String> ids(Map<String, Object> person) {
    Stream<String> given = Stream.concat(Stream.of(text(person, "id")), texts(person, "ids"));
    return Stream.concat(given, texts(person, "accounts").map(PersonId::ofSeed))
        .distinct()
        .toList();
  }

  private static String text(Map<String, Object> document, String field) {
    return String.valueOf(document.get(field));
  }

  private static Stream<String> texts(Map<String, Object> document, String field) {
    return ((List<?>) Objects.requireNonNull(document.get(field))).stream().map(String::valueOf);
  }

  /** A relationship with these buckets; the person named first is a. */
  public Documents relationship(
      String one, String other, StrengthFormula formula, List<Bucket> buckets) {
    var pair = PersonPair.of(id(one), id(other));
    List<Bucket> ordered =
        pair.a().equals(id(one)) ? buckets : buckets.stream().map(Documents::turned).toList();
    var relationship = new LinkedHashMap<String, Object>();
    relationship.put("id", pair.key());
    relationship.put("a", pair.a());
    relationship.put("b", pair.b());
    relationship.put("pair", List.of(pair.a(), pair.b()));
    relationship.put("ended", false);
    var days = new TreeSet<Integer>(buckets.stream().map(Bucket::getDay).toList());
    relationship.put("first", LocalDate.ofEpochDay(days.first()).toString());
    relationship.put("last", LocalDate.ofEpochDay(days.last()).toString());
    List<HalfLife> g = formula.halfLives(ordered);
    g.forEach(each -> relationship.put("g" + (long) each.getDays(), each.getG()));
    var dates = formula.trendDates(ordered, g);
    dates.warmingUntil().ifPresent(day -> relationship.put("warmingUntil", day.toString()));
    dates.coolingFrom().ifPresent(day -> relationship.put("coolingFrom", day.toString()));
    dates.silentFrom().ifPresent(day -> relationship.put("silentFrom", day.toString()));
    relationship.put("warming", formula.warming(ordered, g).orElseThrow());
    long sentByA = sent(ordered, Direction.A_TO_B);
    long sentByB = sent(ordered, Direction.B_TO_A);
    relationship.put("sentByA", sentByA);
    relationship.put("sentByB", sentByB);
    relationship.put("count", sentByA + sentByB);
    relationship.put("kinds", List.copyOf(new TreeSet<>(kinds(ordered))));
    relationship.put(
        "networks", List.copyOf(new TreeSet<>(ordered.stream().map(Bucket::getNetwork).toList())));
    relationship.put("buckets", ordered.stream().map(Documents::bucket).toList());
    put("relationships", pair.key(), relationship);
    return this;
  }

  private static List<String> kinds(List<Bucket> buckets) {
    return buckets.stream().map(Bucket::getKind).toList();
  }

  private static long sent(List<Bucket> buckets, Direction direction) {
    return buckets.stream()
        .filter(bucket -> bucket.getDirection() == direction)
        .mapToLong(Bucket::getCount)
        .sum();
  }

  private static Bucket turned(Bucket bucket) {
    return Bucket.newBuilder(bucket)
        .setDirection(
            bucket.getDirection() == Direction.A_TO_B ? Direction.B_TO_A : Direction.A_TO_B)
        .build();
  }

  private static Map<String, Object> bucket(Bucket bucket) {
    return Map.of(
        "day", bucket.getDay(),
        "direction", bucket.getDirection().name(),
        "network", bucket.getNetwork(),
        "kind", bucket.getKind(),
        "recipients", bucket.getRecipients(),
        "count", bucket.getCount());
  }

  /** A bucket of contacts, this many days before {@link #now}. */
  public static Bucket contact(int daysAgo, Direction direction) {
    int today = (int) TestClock.NOW.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
    return Bucket.newBuilder()
        .setDay(today - daysAgo)
        .setDirection(direction)
        .setNetwork("mail")
        .setKind("to")
        .setRecipients(0)
        .setCount(1)
        .build();
  }

  /** A public mail, and more fields. */
  public Documents activity(
      String id, String from, List<String> to, int daysAgo, Map<String, Object> more) {
    var activity = new LinkedHashMap<String, Object>();
    activity.put("id", id);
    activity.put("network", "mail");
    activity.put("source", "inbox");
    activity.put("kind", "mail");
    activity.put("at", TestClock.NOW.minusSeconds(daysAgo * 86_400L).toString());
    activity.put("deleted", false);
    activity.put("actor", account(from));
    List<String> towards = to.stream().map(Documents::account).toList();
    activity.put("towards", towards);
    var accounts = new ArrayList<>(towards);
    accounts.add(account(from));
    activity.put("accounts", accounts);
    activity.put(
        "towardsKinds",
        towards.stream().map(each -> Map.of("account", each, "kind", "to")).toList());
    activity.put("automated", false);
    activity.put("visibility", "PUBLIC");
    activity.putAll(more);
    activity.put("seeds", SeedsCodec.encode(seeds(activity)));
    put("activities", id, activity);
    return this;
  }

  private static List<String> seeds(Map<String, Object> activity) {
    return Stream.concat(Stream.of(text(activity, "actor")), texts(activity, "towards"))
        .map(PersonId::ofSeed)
        .toList();
  }

  private void put(String index, String id, Map<String, Object> document) {
    byIndex.computeIfAbsent(index, _ -> new LinkedHashMap<>()).put(id, document);
  }

  /** All documents of an index, as the body of a bulk request. */
  String bulk(Indices indices) {
    var body = new StringBuilder();
    byIndex.forEach(
        (index, documents) ->
            documents.forEach(
                (id, document) ->
                    body.append(
                            json(
                                Map.of(
                                    "index",
                                    Map.of("_index", indices.prefix() + index, "_id", id))))
                        .append('\n')
                        .append(json(document))
                        .append('\n')));
    return body.toString();
  }

  private static String json(Map<String, ?> object) {
    try {
      return JSON.writeValueAsString(object);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The time at which the documents are read. */
  public static Instant now() {
    return TestClock.NOW;
  }
}
