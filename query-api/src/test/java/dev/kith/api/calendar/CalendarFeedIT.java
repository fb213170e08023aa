package dev.kith.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.testing.Caller;
import dev.kith.api.testing.Documents;
import dev.kith.api.testing.RealIndices;
import dev.kith.api.testing.Service;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.strength.StrengthFormula;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The feed for calendar programs, over a real Elasticsearch. */
class CalendarFeedIT {
  private static final String TOKEN = "correct-horse-battery-staple";
  private static final Documents WORLD = new Documents();
  private static RealIndices indices;
  private static EmbeddedServer server;
  private static Caller caller;

  @BeforeAll
  static void prepare() {
    WORLD
        .person("Ann Lee", Map.of())
        .person("Bob Ray", Map.of("birthdays", List.of("--05-17", "1990-05-17")))
        .person("Cat Fox", Map.of("birthdays", List.of("--02-29")))
        .person("Dan Oak", Map.of())
        .relationship(
            "Ann Lee",
            "Bob Ray",
            StrengthFormula.standard(),
            List.of(bucket(2, "to"), bucket(2, "accepted"), bucket(3, "like")))
        .relationship(
            "Cat Fox", "Ann Lee", StrengthFormula.standard(), List.of(bucket(2, "accepted")))
        .relationship("Ann Lee", "Dan Oak", StrengthFormula.standard(), weeklyUntilAMonthAgo());
    indices = new RealIndices();
    indices.keep(WORLD);
    server = Service.withCalendar(indices, Documents.email("Ann Lee"), TOKEN);
    caller = new Caller(server.getURL().toString());
  }

  private static Bucket bucket(int daysAgo, String kind) {
    return Bucket.newBuilder(Documents.contact(daysAgo, Direction.A_TO_B)).setKind(kind).build();
  }

  private static List<Bucket> weeklyUntilAMonthAgo() {
    return IntStream.range(0, 20)
        .boxed()
        .flatMap(
            week ->
                Stream.of(Direction.A_TO_B, Direction.B_TO_A)
                    .map(direction -> Documents.contact(30 + 7 * week, direction)))
        .toList();
  }

  @AfterAll
  static void end() {
    server.close();
    indices.remove();
  }

  @Test
  void aDayNamesWhomTheViewerMetAndWroteTo() throws Exception {
    assertThat(summaries()).contains("Met Bob Ray, Cat Fox; wrote to Bob Ray");
    assertThat(summaries()).anyMatch(each -> each.equals("Wrote to Dan Oak"));
  }

  @Test
  void birthdaysAndSilencesAreEntries() throws Exception {
    assertThat(summaries())
        .contains(
            "Birthday of Bob Ray (1990)",
            "Birthday of Cat Fox",
            "Losing touch with Dan Oak, last contact 2026-10-23");
  }

  @Test
  void theFeedIsValidAndItsIdsAreStable() throws Exception {
    Calendar first = feed();

    assertThat(first.validate().getEntries()).isEmpty();
    assertThat(values(first, Property.UID))
        .doesNotHaveDuplicates()
        .isEqualTo(values(feed(), Property.UID));
  }

  @Test
  void aWrongTokenFindsNoCalendar() {
    for (String token : List.of("", TOKEN + "x", "correct-horse-battery-stapl\u00eb")) {
      var answer = caller.get("/calendar.ics", "token", token);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.body()).doesNotContain(TOKEN);
    }
  }

  @Test
  void withoutTheSettingThereIsNoCalendar() {
    try (var other = Service.over(indices, Documents.email("Ann Lee"))) {
      var answer = new Caller(other.getURL().toString()).get("/calendar.ics", "token", TOKEN);

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).contains("kith.api.calendar-token");
    }
  }

  private static List<String> summaries() throws Exception {
    return values(feed(), Property.SUMMARY);
  }

  private static List<String> values(Calendar calendar, String property) {
    return calendar.getComponents(Component.VEVENT).stream()
        .map(event -> event.<Property>getProperty(property).orElseThrow().getValue())
        .toList();
  }

  private static Calendar feed() throws Exception {
    var answer = caller.get("/calendar.ics", "token", TOKEN);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/calendar");
    return new CalendarBuilder().build(new StringReader(answer.body()));
  }
}
