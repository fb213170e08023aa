package dev.kith.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.api.testing.Documents;
import dev.kith.api.testing.RealIndices;
import dev.kith.api.testing.Service;
import dev.kith.schemas.Direction;
import dev.kith.schemas.strength.StrengthFormula;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The search page in a real Chromium, over a real Elasticsearch. */
class SearchPageIT {
  private static final Documents TOWN = new Documents();
  private static final int TELEPHONE = 360;
  private static final String MARKUP = "<img src=x onerror=\"document.title='broken'\">";

  private static final String MEETING = "Hedges <i>of the year</i>";
  private static final String TOPIC = "rain/<b>garden</b> 100%?";

  private static @Nullable RealIndices indices;
  private static @Nullable EmbeddedServer server;
  private static @Nullable Browser opened;

  @BeforeAll
  static void openThePage() {
    if (!Browser.isInstalled()) {
      System.out.println(
          "SKIPPED: the search page in a browser, because there is no Chromium here;"
              + " install the Debian packages chromium and chromium-driver");
    }
    assumeTrue(Browser.isInstalled(), "no Chromium");
    var made = new RealIndices();
    indices = made;
    made.keep(town());
    EmbeddedServer started = Service.withSources(made, Documents.email("Ann Lee"));
    server = started;
    opened = new Browser("http://127.0.0.1:" + started.getPort());
  }

  private static Documents town() {
    TOWN.person("Ann Lee", Map.of())
        .person("Ida Ivy", Map.of("organisations", List.of("City of Rennes")))
        .person("Gil Garden", suggested())
        .person("G. Garden", suggested());
    TOWN.activity(
        "m1",
        "Ida Ivy",
        List.of("Ann Lee"),
        3,
        Map.of("title", "Hedges", "text", "biodiversity " + MARKUP));
    TOWN.activity(
        "m2",
        "Ida Ivy",
        List.of("Gil Garden"),
        5,
        Map.of("title", "Trees", "text", "All planted. Who waters them in July?"));
    for (int day = 1; day < 6; day++) {
      TOWN.activity(
          "rain" + day,
          day % 2 == 0 ? "Ida Ivy" : "Gil Garden",
          List.of("Ann Lee"),
          day,
          Map.of("title", "Rain", "topics", List.of(TOPIC)));
    }
    TOWN.activity(
        "hedges",
        "Ida Ivy",
        List.of("Ann Lee"),
        -2,
        Map.of("network", "calendar", "kind", "meeting", "title", MEETING, "place", "Town hall"));
    meet("Ida Ivy", "Gil Garden", 2, 5);
    meet("Ann Lee", "Ida Ivy", 3, 10, 17);
    meet("Ann Lee", "Gil Garden", 200);
    return TOWN;
  }

  private static Map<String, Object> suggested() {
    Map<String, Object> likeness =
        Map.of(
            "a",
            Documents.account("G. Garden"),
            "b",
            Documents.account("Gil Garden"),
            "kind",
            "PROBABLE",
            "reason",
            "names are alike",
            "bits",
            0.8);
    return Map.of("suggestions", List.of(likeness), "suggestedBits", 0.8);
  }

  private static void meet(String one, String other, Integer... daysAgo) {
    TOWN.relationship(
        one,
        other,
        StrengthFormula.standard(),
        List.of(daysAgo).stream().map(days -> Documents.contact(days, Direction.A_TO_B)).toList());
  }

  @AfterAll
  static void close() {
    if (opened != null) {
      opened.close();
    }
    if (server != null) {
      server.close();
    }
    if (indices != null) {
      indices.remove();
    }
  }

  private static Browser page() {
    return Objects.requireNonNull(opened);
  }

  @AfterEach
  void nothingIsFetchedFromElsewhere() {
    assertThat(
            page()
                .evaluate(
                    "performance.getEntriesByType('resource')"
                        + ".filter(each => !each.name.startsWith(location.origin)).length"))
        .isEqualTo("0");
  }

  @Test
  void theViewersContactsAreListedClosestFirstAndTheSearchFieldHasTheFocus() {
    page().open("people");

    page().awaitText(".hits", "Gil Garden");
    assertThat(page().texts(".hits .name")).containsExactly("Ida Ivy", "Gil Garden");
    assertThat(page().texts("#status").getFirst()).contains("Asked as Ann Lee");
    assertThat(page().focused()).isEqualTo("q");
    assertThat(page().complaints()).isEmpty();
  }

  @Test
  void aSearchLeadsToThePersonAndToTheEvidence() {
    page().open("people");
    page().type("q", "biodiversity");
    page().awaitText("#status", "2 found");
    assertThat(page().texts(".hits .name").getFirst()).isEqualTo("Ida Ivy");
    page().click("Ida Ivy");

    page().awaitText("main", "Timeline");
    page().awaitText("main", "Hedges");
    assertThat(page().texts("h2")).contains("Ida Ivy", "Why these are one person", "In touch with");
    assertThat(page().texts("dd")).contains("City of Rennes");

    page().click("why?");

    page().awaitText("dl", "days in touch");
    assertThat(page().texts("dt")).contains("silent for", "by network");
    assertThat(page().complaints()).isEmpty();
  }

  @Test
  void aRelationshipShowsItsContextAndAPersonShowsIntroductions() {
    String ida = TOWN.id("Ida Ivy");
    String gil = TOWN.id("Gil Garden");
    page().open("relationship/" + ida + "/" + gil);

    page().awaitText("main", "Last exchanges");
    assertThat(page().texts("h2")).contains("Open questions");
    assertThat(page().texts(".hits p")).contains("Who waters them in July?");

    page().open("person/" + gil);

    page().awaitText("main", "Who can introduce us");
    assertThat(page().texts("main li"))
        .anyMatch(line -> line.matches("Ann Lee – .*Ida Ivy – .*Gil Garden"));
    assertThat(page().complaints()).isEmpty();
  }

  @Test
  void aSavedSearchShowsNewMatchesUntilTheyAreSeen() {
    page().open("relationships?q=last:<30d");
    page().awaitText(".hits", "Ida Ivy");
    page().press("#keep summary");
    assertThat(page().evaluate("document.getElementById('name').value")).isEqualTo("last:<30d");
    page().type("name", "In touch");
    page().awaitText("#status", "Saved.");

    page().click("Saved");
    page().awaitText(".hits", "nothing new");
    Objects.requireNonNull(indices).keep(kimWritesToIda());
    page().open("searches");
    page().awaitText(".hits", "1 new");
    page().click("1 new");
    page().awaitText(".hits", "Kim Kay");
    page().press("#results > button");
    page().awaitText("#status", "Nothing new");

    page().click("All saved searches");
    page().awaitText(".hits", "nothing new");
    page().press("[aria-label='Delete In touch']");
    page().agree();
    page().awaitText("#status", "Nothing is saved yet");
    assertThat(page().complaints()).isEmpty();
  }

  private static Documents kimWritesToIda() {
    return new Documents()
        .person("Ida Ivy", Map.of("organisations", List.of("City of Rennes")))
        .person("Kim Kay", Map.of())
        .relationship(
            "Kim Kay",
            "Ida Ivy",
            StrengthFormula.standard(),
            List.of(Documents.contact(1, Direction.A_TO_B)));
  }

  @Test
  void aSuggestedMatchCanBeRejected() {
    page().open("person/" + TOWN.id("Gil Garden"));
    page().awaitText("h2", "May also be");
    assertThat(page().texts("li .soft"))
        .contains("email:g.garden@example.org · names are alike · 64 % likely");

    page().press("[aria-label='Somebody else: G. Garden']");

    page().awaitText("li", "G. Garden: somebody else, as you say");
    assertThat(page().complaints()).isEmpty();
  }

  @Test
  void aSearchThatCannotBeSavedIsExplained() {
    page().open("people?q=at:2020");
    page().awaitText("#status", "found");
    page().press("#keep summary");
    page().type("name", "Then");

    page().awaitText("[role=alert]", "at:");
    assertThat(page().complaints()).singleElement().asString().contains("400");
  }

  @Test
  void aRisingTopicLeadsToThePeopleWhoTalkAboutIt() {
    page().open("topics");
    page().awaitText(".hits", TOPIC);
    assertThat(page().texts(".hits").getFirst()).contains("5 activities by 2 accounts");

    page().click(TOPIC);

    page().awaitText("h2", "Who talks about it most");
    assertThat(page().texts("h2")).contains(TOPIC, "Closest of those who talk about it");
    assertThat(page().texts(".hits .name")).contains("Ida Ivy", "Gil Garden");

    page().click("What was said about it");

    page().awaitText("#status", "5 found");
    assertThat(page().complaints()).isEmpty();
  }

  @Test
  void theMeetingsOfTheNextDaysSayWhoComesAndWhatWasSaidLast() {
    page().open("people");
    page().awaitText(".hits", "Ida Ivy");

    page().click("Meetings");

    page().awaitText(".hits", MEETING);
    assertThat(page().texts("[aria-current=page]")).containsExactly("Meetings");
    assertThat(page().texts(".hits").getFirst())
        .contains("Town hall", "Ida Ivy organiser", "last: 2026-11-20, mail: Rain");
    assertThat(page().texts("#status").getFirst()).isEqualTo("1 in the next seven days.");
    assertThat(page().complaints()).isEmpty();
  }

  @Test
  void unreadableItemsAreListedWithTheirReason() {
    page().open("people");
    page().awaitText(".hits", "Ida Ivy");

    page().click("Set aside");

    page().awaitText("#status", "3 found");
    assertThat(page().texts("[aria-current=page]")).containsExactly("Set aside");
    assertThat(page().texts(".hits .name")).containsExactly("inbox", "inbox", "indexing");
    assertThat(page().texts(".hits").getFirst())
        .contains("town.mbox, byte 4711: expected a mail, found no header", "12 bytes kept")
        .contains("kith.people.v1-0@12");
    assertThat(page().complaints()).isEmpty();
  }

  @Test
  void aSourceThatNeedsAPersonSaysWhySinceWhenAndWhatToDo() {
    page().open("sources");

    page().awaitText(".hits", "inbox");
    assertThat(page().texts(".hits .error"))
        .contains("needs a person: the password was refused: set another one");
    assertThat(page().texts(".hits .soft"))
        .anyMatch(line -> line.contains("since 2026-02-03 04:05"));
    assertThat(page().texts("button")).contains("Try again now");
    assertThat(page().evaluate("document.body.textContent")).doesNotContain("s3cret");
    assertThat(page().complaints()).isEmpty();
  }

  @Test
  void aSourceIsAddedWithTheCodeOfALogin() {
    page().open("sources");
    page().awaitText("h2", "Add a source");
    page().type("key-server", "https://town.example");

    page().awaitText("a", "https://town.example/oauth/authorize?client_id=kith");
    assertThat(page().evaluate("document.querySelectorAll('#code').length")).isEqualTo("1");
    page().type("code", "wrong");
    page().awaitText("[role=alert]", "the code is wrong");
    page().type("code", "right");

    page().awaitText(".hits", "mastodon-town-example");
    assertThat(page().complaints()).singleElement().asString().contains("400");
  }

  @Test
  void aSettingOfASourceIsChanged() {
    page().open("sources");
    page().awaitText("summary", "Settings of inbox");
    page().press(".hits summary");

    page().type("inbox-imap.port", "many");
    page().awaitText("[role=alert]", "imap.port: expected a whole number, found many");
    page().type("inbox-imap.port", "1143");

    page().awaitText("details:not([open]) summary", "Settings of inbox");
    assertThat(page().evaluate("document.getElementById('inbox-imap.port').value"))
        .isEqualTo("1143");
    assertThat(page().complaints()).singleElement().asString().contains("400");
  }

  @Test
  void everyFieldHasALabel() {
    page().open("people");
    page().awaitText(".hits", "Ida Ivy");

    assertThat(page().evaluate("[...document.querySelectorAll('input')].length")).isEqualTo("3");
    assertThat(
            page()
                .evaluate(
                    "[...document.querySelectorAll('input')]"
                        + ".every(each => each.labels.length === 1)"))
        .isEqualTo("true");
  }

  @Test
  void markupOfOthersIsShownAsText() {
    page().open("activities?q=hedges");

    page().awaitText(".text", MARKUP);
    assertThat(page().evaluate("document.querySelectorAll('main img').length")).isEqualTo("0");
    assertThat(page().evaluate("document.title")).isEqualTo("Kith");
    assertThat(page().complaints()).isEmpty();
  }

  @Test
  void anInvalidQueryIsExplainedAndAnnounced() {
    page().open("people");
    page().type("q", "strenght:>5");

    page().awaitText("[role=alert]", "did you mean strength:?");
    assertThat(page().complaints()).singleElement().asString().contains("400");
  }

  @Test
  void aQueryHasAnAddressThatCanBeOpenedAgain() {
    page().open("relationships?q=last:>100d&as=ann.lee@example.org");

    page().awaitText(".hits", "Gil Garden");
    assertThat(page().texts(".hits").getFirst()).doesNotContain("Ida Ivy");
    assertThat(page().evaluate("document.getElementById('q').value")).isEqualTo("last:>100d");
    assertThat(page().texts("[aria-current=page]")).containsExactly("Relationships");
  }

  @Test
  void nothingIsCutOffOnATelephone() {
    page().narrow(TELEPHONE, 800);
    var toRead = Map.of("people", "Ida Ivy", "topics", TOPIC, "searches", "saved");
    for (String place : toRead.keySet()) {
      page().open(place);
      page().awaitText("main", Objects.requireNonNull(toRead.get(place)));

      assertThat(page().evaluate("innerWidth")).isEqualTo(Integer.toString(TELEPHONE));
      assertThat(page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo("true");
    }
    page().wide();
  }
}
