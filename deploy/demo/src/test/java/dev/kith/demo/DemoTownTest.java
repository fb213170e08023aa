package dev.kith.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.strength.StrengthFormula;
import dev.kith.schemas.strength.Trend;
import dev.kith.schemas.strength.TrendDates;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the properties of the demo that its README describes. */
class DemoTownTest {
  private static final LocalDate UNTIL = LocalDate.of(2026, 11, 22);
  private static final long SEED = 1;

  private static final StrengthFormula FORMULA = StrengthFormula.standard();
  private static final Map<LocalDate, List<DemoMail>> TOLD = new TreeMap<>();

  private static DemoTown town;
  private static List<DemoMail> mails;
  private static final Map<String, DemoPerson> OWNERS = new TreeMap<>();

  @BeforeAll
  static void make() {
    town = DemoTown.of(SEED);
    mails = Demo.mails(town, new DemoPeriod(UNTIL), SEED);
    for (DemoPerson person : town.people()) {
      person.mails().forEach(mail -> OWNERS.put(mail, person));
    }
  }

  @Test
  void noTwoPeopleShareAnAddress() {
    List<String> all = new ArrayList<>();
    town.people().forEach(person -> all.addAll(person.mails()));

    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void onlyThoseWhoHaveATieWriteToEachOther() {
    for (DemoMail mail : mails) {
      DemoPerson from = OWNERS.get(mail.from().mail());
      if (from != null && mail.headers().isEmpty()) {
        assertThat(town.friendsOf(from)).containsAll(readers(mail, mail.to()));
        assertThat(town.friendsOf(from)).containsAll(readers(mail, mail.cc()));
      }
    }
  }

  private static List<DemoPerson> readers(DemoMail mail, List<MailAddress> addresses) {
    return addresses.stream()
        .map(address -> OWNERS.get(address.mail()))
        .filter(person -> person != null && !person.mails().contains(mail.from().mail()))
        .toList();
  }

  @Test
  void annCanBeIntroducedToWhomSheDoesNotKnow() {
    DemoPerson ann = town.person("ann");
    DemoPerson gaelle = town.person("gaelle");

    assertThat(town.friendsOf(ann)).doesNotContain(gaelle);
    assertThat(town.friendsOf(ann))
        .anySatisfy(friend -> assertThat(town.friendsOf(friend)).contains(gaelle));
    assertThat(withinTwo(ann)).hasSizeBetween(20, 38);
  }

  private static Set<DemoPerson> withinTwo(DemoPerson person) {
    Set<DemoPerson> known = new HashSet<>(town.friendsOf(person));
    town.friendsOf(person).forEach(friend -> known.addAll(town.friendsOf(friend)));
    return known;
  }

  @Test
  void friendshipsHaveTheirRhythm() {
    assertThat(between("ann", "emil", age -> age < 360)).isZero();
    assertThat(between("ann", "emil", age -> age > 400)).isGreaterThan(30);
    assertThat(between("ann", "dora", age -> age < 30))
        .isLessThan(between("ann", "dora", age -> age >= 150 && age < 180));
    assertThat(between("ann", "colin", age -> age < 60))
        .isGreaterThan(2 * between("ann", "colin", age -> age >= 120 && age < 180));
    assertThat(between("ann", "bea", age -> age < 30)).isGreaterThan(3);
  }

  @ParameterizedTest
  @CsvSource({
    "bea, STEADY",
    "keiko, STEADY",
    "colin, WARMING",
    "nadia, WARMING",
    "dora, COOLING",
    "rosa, COOLING",
    "emil, COOLING",
    "sven, COOLING"
  })
  void friendshipsReadAsTheReadmeSaysOnAnyDay(String friend, Trend trend) {
    for (Map.Entry<LocalDate, List<DemoMail>> told : onManyDays().entrySet()) {
      LocalDate today = told.getKey();
      List<Bucket> buckets = buckets(town.person("ann"), town.person(friend), told.getValue());
      TrendDates dates = FORMULA.trendDates(buckets, FORMULA.halfLives(buckets));

      assertThat(dates.on(today)).as("%s on %s", friend, today).isEqualTo(trend);
      if (friend.equals("emil") || friend.equals("sven")) {
        assertThat(dates.isSilent(today)).as("%s on %s", friend, today).isTrue();
      }
    }
  }

  /** Returns the mails of demos that end on 28 different days, 13 days apart, over a year. */
  private static synchronized Map<LocalDate, List<DemoMail>> onManyDays() {
    for (int i = 0; i < 28 && TOLD.size() < 28; i++) {
      LocalDate until = UNTIL.plusDays(13L * i);
      TOLD.put(until, Demo.mails(town, new DemoPeriod(until), SEED));
    }
    return TOLD;
  }

  private static List<Bucket> buckets(DemoPerson a, DemoPerson b, List<DemoMail> told) {
    List<Bucket> buckets = new ArrayList<>();
    for (DemoMail mail : told) {
      int day = (int) mail.at().toLocalDate().toEpochDay();
      if (mail.headers().isEmpty() && isFromTo(mail, a, b)) {
        buckets.add(new Bucket(day, Direction.A_TO_B, "mail", "to", 0, 1));
      }
      if (mail.headers().isEmpty() && isFromTo(mail, b, a)) {
        buckets.add(new Bucket(day, Direction.B_TO_A, "mail", "to", 0, 1));
      }
    }
    return buckets;
  }

  private static long between(String one, String other, LongPredicate age) {
    DemoPerson a = town.person(one);
    DemoPerson b = town.person(other);
    return mails.stream()
        .filter(mail -> mail.headers().isEmpty())
        .filter(mail -> isFromTo(mail, a, b) || isFromTo(mail, b, a))
        .filter(mail -> age.test(ChronoUnit.DAYS.between(mail.at().toLocalDate(), UNTIL)))
        .count();
  }

  private static boolean isFromTo(DemoMail mail, DemoPerson from, DemoPerson to) {
    return from.equals(OWNERS.get(mail.from().mail()))
        && mail.to().stream().anyMatch(address -> to.equals(OWNERS.get(address.mail())));
  }

  @Test
  void nothingHappensAfterTheEndOrBeforeTheBeginning() {
    assertThat(mails)
        .allSatisfy(
            mail ->
                assertThat(mail.at().toLocalDate())
                    .isBefore(UNTIL)
                    .isAfterOrEqualTo(UNTIL.minusDays(DemoPeriod.DAYS)));
    assertThat(mails.getLast().at().toLocalDate()).isAfter(UNTIL.minusDays(3));
  }

  @Test
  void bothLanguagesAndAllTopicsAreSpoken() {
    String text = String.join("\n", mails.stream().map(DemoMail::text).toList());

    assertThat(text)
        .contains("biodiversity", "biodiversité", "Kafka", "piste cyclable", "open data", "park")
        .contains("wrote:", "a écrit :", "\n> ");
  }
}
