package dev.kith.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.standalone.terminal.TerminalText;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTableTest {

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  @Test
  void peopleComeFirstThenWhatTheyDid() throws Exception {
    JsonNode people =
        json(
            "{'people':[{'name':'Ann Lee','emails':['ann@example.org'],'networks':['git','mail'],"
                + "'closeness':{'strength':73.2,'trend':'warming','last':'2026-11-20'}}]}");
    JsonNode activities =
        json(
            "{'total':1,'people':{'email:ann@example.org':{'name':'Ann"
                + " Lee'}},'activities':[{'actor':'email:ann@example.org','at':'2026-11-20T08:00:00Z','network':'mail','title':'Kafka"
                + "  4'}]}");

    assertThat(SearchTable.people(people).lines().map(String::strip))
        .containsExactly(
            "PERSON                        ADDRESS                             STRENGTH  TREND   "
                + " LAST        NETWORKS",
            "Ann Lee                       ann@example.org                         73.2  warming "
                + " 2026-11-20  git, mail");
    assertThat(SearchTable.activities(activities).lines().map(String::strip))
        .containsExactly(
            "ACTIVITIES (1)",
            "Ann Lee                       2026-11-20  mail                    Kafka 4");
  }

  @Test
  void nothingFoundIsSaid() throws Exception {
    assertThat(SearchTable.people(json("{'people':[]}")))
        .isEqualTo("No people found. Try fewer words, another spelling or fewer conditions.\n");
    assertThat(SearchTable.activities(json("{'activities':[]}")))
        .isEqualTo("No activities found\n");
  }

  @Test
  void whatOthersWroteCannotCommandTheTerminal() throws Exception {
    String hostile = "A\\u001b[2Jn\\u202en\\u0007\\u009b \\u2028L\\u200be\\u2066e\\u0000";
    String person =
        "{'people':[{'name':'%1$s','emails':['%1$s'],'networks':['%1$s']}]}".formatted(hostile);
    String activity =
        "{'total':1,'activities':[{'actor':'%1$s','title':'%1$s'}]}".formatted(hostile);

    for (String table :
        List.of(SearchTable.people(json(person)), SearchTable.activities(json(activity)))) {
      assertThat(table)
          .contains("A[2Jnn Lee")
          .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028&&[^\\n]]");
      assertThat(table.lines()).hasSize(2);
    }
  }

  @Test
  void picturesAreCutBetweenCharacters() {
    assertThat(TerminalText.column("🐸🐸🐸🐸", 6)).isEqualTo("🐸🐸… ");
    assertThat(TerminalText.column("🐸🐸🐸🐸", 7)).isEqualTo("🐸🐸🐸…");
    assertThat(TerminalText.column("🐸", 3)).isEqualTo("🐸 ");
  }

  @Test
  void wideCharactersTakeTwoCellsAndAccentsNone() {
    assertThat(TerminalText.column("東京", 6)).isEqualTo("東京  ");
    assertThat(TerminalText.column("ｱｲｳ", 4)).isEqualTo("ｱｲｳ ");
    assertThat(TerminalText.column("Ａ１", 5)).isEqualTo("Ａ１ ");
    assertThat(TerminalText.column("한국어 이름", 6)).isEqualTo("한국… ");
    assertThat(TerminalText.column("Gae\u0308lle", 7)).isEqualTo("Gae\u0308lle ");
  }
}
