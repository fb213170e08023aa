package dev.kith.api.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.search.SearchQuery.Clause;
import dev.kith.schemas.strength.Trend;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchParserTest {
  private static Clause only(String text) {
    List<Clause> clauses = SearchParser.parse(text, Scope.PEOPLE).clauses();
    assertThat(clauses).hasSize(1);
    return clauses.getFirst();
  }

  private static void refused(String text, Scope scope, String... parts) {
    assertThatThrownBy(() -> SearchParser.parse(text, scope))
        .isInstanceOf(InvalidParameterException.class)
        .message()
        .contains(parts);
  }

  @Test
  void nothingIsASearchWithoutConditions() {
    assertThat(SearchParser.parse("  \t ", Scope.PEOPLE).clauses()).isEmpty();
  }

  @Test
  void wordsAndPhrasesAreToldApart() {
    var search = SearchParser.parse("rain \"rain garden\" jardin", Scope.ACTIVITIES);

    assertThat(search.clauses())
        .containsExactly(
            new Clause.Word("rain"), new Clause.Phrase("rain garden"), new Clause.Word("jardin"));
    assertThat(search.words()).isEqualTo("rain rain garden jardin");
  }

  @Test
  void aMinusNegatesWordsPhrasesAndConditions() {
    assertThat(SearchParser.parse("-spam -\"out of office\" -network:git", Scope.PEOPLE).clauses())
        .containsExactly(
            new Clause.Not(new Clause.Word("spam")),
            new Clause.Not(new Clause.Phrase("out of office")),
            new Clause.Not(new Clause.Network(List.of("git"))));
  }

  @Test
  void aMinusInsideAWordIsText() {
    assertThat(only("jean-luc")).isEqualTo(new Clause.Word("jean-luc"));
  }

  @Test
  void aWordOfPunctuationAloneIsIgnored() {
    for (String q : List.of("-", "- -", "&", "–", "…", "\"&\"", ":-)", "-–", "« »", "/", "©")) {
      assertThat(SearchParser.parse(q, Scope.ACTIVITIES).clauses()).as(q).isEmpty();
    }
    assertThat(SearchParser.parse("week – ending", Scope.PEOPLE).words()).isEqualTo("week ending");
    assertThat(SearchParser.parse("R & B", Scope.PEOPLE).words()).isEqualTo("R B");
    assertThat(only("🐸")).isEqualTo(new Clause.Word("🐸"));
    assertThat(only("Ⅷ")).isEqualTo(new Clause.Word("Ⅷ"));
    refused("kind:", Scope.ACTIVITIES, "kind:");
  }

  @Test
  void whatIsTypedInPiecesIsComposed() {
    assertThat(only("e\u0301dith")).isEqualTo(new Clause.Word("\u00e9dith"));
    assertThat(only("org:\"Ho\u0302pital\"")).isEqualTo(new Clause.Organisation("H\u00f4pital"));
    assertThat(only("\u1100\u1161")).isEqualTo(new Clause.Word("\uac00"));
  }

  @Test
  void pastedSubjectsAddressesAndPathsAreText() {
    assertThat(SearchParser.parse("Re: frogs", Scope.ACTIVITIES).words()).isEqualTo("frogs");
    assertThat(SearchParser.parse("Fwd: AW: frogs", Scope.PEOPLE).words()).isEqualTo("frogs");
    assertThat(only("Re:frogs")).isEqualTo(new Clause.Word("frogs"));
    assertThat(only("https://example.org/a?b=c"))
        .isEqualTo(new Clause.Word("https://example.org/a?b=c"));
    assertThat(only("C:\\frogs")).isEqualTo(new Clause.Word("c:\\frogs"));
    assertThat(SearchParser.parse("Note: bring boots", Scope.PEOPLE).words())
        .isEqualTo("note: bring boots");
  }

  @Test
  void aMistypedOperatorIsNoPastedText() {
    refused("strenght: 5", Scope.PEOPLE, "strenght:", "strength:");
    refused("subject:frog", Scope.ACTIVITIES, "subject:");
    refused("toppic:frog", Scope.ACTIVITIES, "did you mean topic:?");
  }

  @Test
  void severalNetworksMeanAnyOfThem() {
    assertThat(only("network:Mail,git")).isEqualTo(new Clause.Network(List.of("mail", "git")));
  }

  @Test
  void quotesHoldAValueTogether() {
    assertThat(only("org:\"City of Rennes\"")).isEqualTo(new Clause.Organisation("City of Rennes"));
    assertThat(only("KNOWS:me")).isEqualTo(new Clause.Knows("me"));
  }

  @Test
  void strengthIsComparedOrBetween() {
    assertThat(only("strength:>50"))
        .isEqualTo(new Clause.Strength(new StrengthRange(50, true, 100, false)));
    assertThat(only("strength:<=20.5"))
        .isEqualTo(new Clause.Strength(new StrengthRange(0, false, 20.5, false)));
    assertThat(only("strength:30..60"))
        .isEqualTo(new Clause.Strength(new StrengthRange(30, false, 60, false)));
  }

  @Test
  void lastContactIsToldByAgeOrDate() {
    assertThat(only("last:<30d"))
        .isEqualTo(new Clause.Last(new DateBound(true, Period.ofDays(30), null)));
    assertThat(only("last:6m"))
        .isEqualTo(new Clause.Last(new DateBound(true, Period.ofMonths(6), null)));
    assertThat(only("last:>2y"))
        .isEqualTo(new Clause.Last(new DateBound(false, Period.ofYears(2), null)));
    assertThat(only("last:>2025-01-31"))
        .isEqualTo(new Clause.Last(new DateBound(true, null, LocalDate.of(2025, 2, 1))));
  }

  @Test
  void lastContactIsComparedWithAllOfADayMonthOrYear() {
    assertThat(bound("last:>2025-01-31")).isEqualTo("from 2025-02-01");
    assertThat(bound("last:>=2025-01-31")).isEqualTo("from 2025-01-31");
    assertThat(bound("last:<2025-01-31")).isEqualTo("before 2025-01-31");
    assertThat(bound("last:<=2025-01-31")).isEqualTo("before 2025-02-01");
    assertThat(bound("last:>2024-02")).isEqualTo("from 2024-03-01");
    assertThat(bound("last:>=2024-02")).isEqualTo("from 2024-02-01");
    assertThat(bound("last:<2024-02")).isEqualTo("before 2024-02-01");
    assertThat(bound("last:<=2024-02")).isEqualTo("before 2024-03-01");
    assertThat(bound("last:>2024")).isEqualTo("from 2025-01-01");
    assertThat(bound("last:<=2024")).isEqualTo("before 2025-01-01");
    assertThat(bound("since:2024-02")).isEqualTo("from 2024-02-01");
    assertThat(bound("before:2024-02")).isEqualTo("before 2024-02-01");
  }

  @Test
  void lastContactIsComparedWithWholeDaysAgo() {
    assertThat(bound("last:<30d")).isEqualTo("from 2026-10-23");
    assertThat(bound("last:<=30d")).isEqualTo("from 2026-10-23");
    assertThat(bound("last:>30d")).isEqualTo("before 2026-10-23");
    assertThat(bound("last:>=30d")).isEqualTo("before 2026-10-24");
    assertThat(bound("last:>=6m")).isEqualTo("before 2026-05-23");
    assertThat(bound("last:>=1y")).isEqualTo("before 2025-11-23");
    refused("last:<0d", Scope.PEOPLE, "last:<30d");
    refused("last:=2025", Scope.PEOPLE, "last:");
    refused("last:2025-01-31", Scope.PEOPLE, "last:");
    refused("last:>2025-02-30", Scope.PEOPLE, "last:");
  }

  private static String bound(String text) {
    DateBound days =
        switch (only(text)) {
          case Clause.Last last -> last.days();
          case Clause.Since since -> since.days();
          case Clause.Before before -> before.days();
          default -> throw new AssertionError(text);
        };
    return (days.later() ? "from " : "before ") + days.bound(LocalDate.of(2026, 11, 22));
  }

  @Test
  void datesMayBeMonthsOrYears() {
    assertThat(only("since:2025")).isEqualTo(new Clause.Since(LocalDate.of(2025, 1, 1)));
    assertThat(only("before:2025-06")).isEqualTo(new Clause.Before(LocalDate.of(2025, 6, 1)));
  }

  @Test
  void sinceAndBeforeMayBeSoLongAgo() {
    assertThat(only("since:30d"))
        .isEqualTo(new Clause.Since(new DateBound(true, Period.ofDays(30), null)));
    assertThat(only("before:2y"))
        .isEqualTo(new Clause.Before(new DateBound(false, Period.ofYears(2), null)));
    refused("since:<30d", Scope.ACTIVITIES, "since:", "since:2025-01-31 or since:30d");
    refused("before:30", Scope.ACTIVITIES, "before:", "before:2025-01-31 or before:2y");
  }

  @Test
  void thereIsOneMomentToLookAt() {
    assertThat(SearchParser.parse("at:2019-12-31", Scope.RELATIONSHIPS).at())
        .contains(LocalDate.of(2019, 12, 31));
    refused("at:2019 at:2020", Scope.RELATIONSHIPS, "at:", "once");
    refused("-at:2019", Scope.RELATIONSHIPS, "at:", "without a minus");
    assertThat(SearchParser.parse("at:2019", Scope.PEOPLE).at())
        .contains(LocalDate.of(2019, 12, 31));
    assertThat(SearchParser.parse("at:2020-02", Scope.PEOPLE).at())
        .contains(LocalDate.of(2020, 2, 29));
  }

  @Test
  void trendsHaveNames() {
    assertThat(only("trend:Cooling")).isEqualTo(new Clause.Trending(Trend.COOLING));
  }

  @Test
  void anUnknownOperatorIsNamedWithTheNearestAndAllThatAreAllowed() {
    refused(
        "strenght:>50", Scope.PEOPLE, "strenght:", "did you mean strength:?", "network:, kind:");
    refused("zzzzzz:1", Scope.PEOPLE, "zzzzzz:", "quotes");
    refused(
        "trnd:cooling",
        Scope.ACTIVITIES,
        "did you mean trend:? That is for searching people and relationships. Allowed are");
  }

  @Test
  void anOperatorThatMakesNoSenseHereSaysWhatDoes() {
    refused(
        "strength:>50",
        Scope.ACTIVITIES,
        "strength:",
        "activities, only people and relationships",
        "since:");
    refused("topic:x", Scope.RELATIONSHIPS, "relationships, only people and activities");
    refused("org:x", Scope.ACTIVITIES, "only people;");
  }

  @Test
  void aBadValueNamesTheOperatorAndWhatIsExpected() {
    refused("strength:warm", Scope.PEOPLE, "strength:", "strength:>50", "\"warm\"");
    refused("strength:90..10", Scope.PEOPLE, "strength:");
    refused("strength:>101", Scope.PEOPLE, "strength:");
    refused("since:2025-02-30", Scope.PEOPLE, "since:", "2025-02-30");
    refused("trend:up", Scope.PEOPLE, "trend:warming");
    refused("silent:maybe", Scope.RELATIONSHIPS, "silent:yes or silent:no");
    refused("silence:yes", Scope.RELATIONSHIPS, "silent");
    refused("silent:yes", Scope.ACTIVITIES, "people and relationships");
    refused("network:", Scope.PEOPLE, "network:");
    refused("network:a,,b", Scope.PEOPLE, "network:");
  }

  @Test
  void aQuoteThatIsNotClosedIsPointedOut() {
    refused("rain \"garden", Scope.PEOPLE, "closing quote", "6");
  }

  @Test
  void textThatIsNotWhatItLooksLikeIsRefused() {
    refused("ann\u202Egnp", Scope.PEOPLE, "U+202E", "position 4");
    refused("ann\u0000", Scope.PEOPLE, "U+0000");
    refused("ann\uD800", Scope.PEOPLE, "U+D800");
  }

  @Test
  void lengthAndNumberAreBounded() {
    refused("x".repeat(1_001), Scope.PEOPLE, "1000", "1001");
    refused("x ".repeat(33), Scope.PEOPLE, "32", "33");
    refused("x".repeat(201), Scope.PEOPLE, "200", "201");
  }

  @Test
  void otherLanguagesSyntaxIsPlainText() {
    String lucene = "(a && *) || te?t~2 [x TO y} /re.*/ \\ ^4 {!func} <script>";

    assertThat(SearchParser.parse(lucene, Scope.ACTIVITIES).clauses())
        .allMatch(Clause.Word.class::isInstance);
  }

  @Test
  void timesAndFacesWithColonsArePlainText() {
    assertThat(SearchParser.parse("12:30 :-D a1:b", Scope.ACTIVITIES).clauses())
        .allMatch(Clause.Word.class::isInstance);
  }
}
