package dev.kith.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Checks the statements of the demo's README against the running demo; the names are read from the
 * README.
 */
class DemoTourIT {
  private static final Path README = Path.of("..", "demo", "README.md");
  private static final String ANN = "Ann Lee";

  private static RunningKith kith;

  @BeforeAll
  static void readTheDemo() throws Exception {
    kith = RunningKith.up(TestHomes.empty("tour"), "--demo").awaitRead();
    kith.awaitRest();
  }

  @AfterAll
  static void stop() {
    kith.close();
  }

  /** Returns the names in a row of the README's table, without accents and in lower case. */
  private static List<String> promised(String toAsk) throws Exception {
    return Files.readAllLines(README).stream()
        .filter(line -> line.startsWith("| " + toAsk + " |"))
        .map(line -> line.split("\\|", -1)[2].strip())
        .map(names -> Arrays.stream(names.split(", ", -1)).map(DemoTourIT::folded).toList())
        .findFirst()
        .orElseThrow(() -> new AssertionError("the README promises nothing about " + toAsk));
  }

  /** Removes accents and case, because any spelling of a name may be shown. */
  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String name(JsonNode person) {
    return folded(person.path("name").asText());
  }

  private static JsonNode get(String path, String... parameters) throws Exception {
    var query = new StringBuilder(path);
    for (int i = 0; i < parameters.length; i += 2) {
      query
          .append(i == 0 ? '?' : '&')
          .append(parameters[i])
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    var answer = kith.get(query.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  private static List<JsonNode> relationships(String q, String sort) throws Exception {
    var found = new ArrayList<JsonNode>();
    get("/api/relationships", "as", "ann@example.org", "q", q, "sort", sort, "size", "200")
        .path("relationships")
        .forEach(found::add);
    return found;
  }

  private static List<String> contacts(String q, String sort) throws Exception {
    return relationships(q, sort).stream().map(DemoTourIT::other).toList();
  }

  private static String other(JsonNode relationship) {
    String a = relationship.at("/a/name").asText();
    return folded(a.equals(ANN) ? relationship.at("/b/name").asText() : a);
  }

  private static List<JsonNode> people(String q) throws Exception {
    var found = new ArrayList<JsonNode>();
    get("/api/people", "as", "ann@example.org", "q", q, "size", "50")
        .path("people")
        .forEach(found::add);
    return found;
  }

  private static JsonNode person(String name) throws Exception {
    return people('"' + name + '"').stream()
        .filter(person -> name(person).equals(folded(name)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody is called " + name));
  }

  @Test
  void whoIsCloseToHer() throws Exception {
    List<String> close = promised("close to her");

    assertThat(contacts("strength:>50 trend:steady", "strength")).containsAll(close);
    assertThat(contacts("", "strength").subList(0, 4)).containsAll(close);
    for (JsonNode each : relationships("", "strength")) {
      if (close.contains(other(each))) {
        assertThat(each.path("trend").asText()).isEqualTo("steady");
      }
    }
  }

  @Test
  void whoWarms() throws Exception {
    List<String> warming = promised("warming");

    assertThat(contacts("trend:warming", "strength"))
        .containsAll(warming)
        .doesNotContainAnyElementsOf(promised("close to her"))
        .doesNotContainAnyElementsOf(promised("cooling"));
    assertThat(contacts("", "warming").subList(0, 2)).containsExactlyInAnyOrderElementsOf(warming);
  }

  @Test
  void whoCools() throws Exception {
    assertThat(contacts("trend:cooling last:<1y", "strength"))
        .containsAll(promised("cooling"))
        .doesNotContainAnyElementsOf(promised("close to her"))
        .doesNotContainAnyElementsOf(promised("warming"));
  }

  @Test
  void withWhomSheLostTouch() throws Exception {
    List<String> lost = promised("lost touch for more than a year");

    assertThat(contacts("silent:yes last:>1y", "strength"))
        .filteredOn(name -> !isOldAddress(name))
        .containsExactlyInAnyOrderElementsOf(lost);
    assertThat(contacts("trend:cooling last:>1y", "strength")).containsAll(lost);
    assertThat(contacts("silent:no", "strength")).doesNotContainAnyElementsOf(lost);
  }

  /**
   * Returns whether a name begins with an initial: as the README notes, such an old address is a
   * person of its own.
   */
  private static boolean isOldAddress(String name) {
    return name.matches("\\p{L}\\. .*");
  }

  @Test
  void whoTalksAboutBiodiversityInRennes() throws Exception {
    List<String> strangers =
        promised("somebody she does not know, who talks about biodiversity in Rennes");

    for (String q : List.of("biodiversity -knows:me", "\"à Rennes\" -knows:me")) {
      assertThat(people(q)).extracting(DemoTourIT::name).containsAll(strangers);
    }
    assertThat(contacts("", "strength")).doesNotContainAnyElementsOf(strangers);
  }

  @Test
  void whoIntroducesHer() throws Exception {
    String id = person("Gaëlle Le Goff").path("id").asText();

    JsonNode best =
        get("/api/people/" + id + "/introductions", "as", "ann@example.org").at("/paths/0/steps");

    assertThat(best.at("/0/from/name").asText()).isEqualTo(ANN);
    assertThat(name(best.at("/0/to")))
        .isEqualTo(promised("who can introduce her to Gaëlle Le Goff").getFirst());
    assertThat(best.at("/1/to/name").asText()).isEqualTo("Gaëlle Le Goff");
  }

  @Test
  void twoPeopleOfOneNameAreTwo() throws Exception {
    List<String> names = promised("two people of one name");
    List<List<String>> emails = new ArrayList<>();
    for (JsonNode person : people('"' + names.getFirst() + '"')) {
      if (name(person).equals(names.getFirst())) {
        emails.add(texts(person.path("emails")));
      }
    }

    assertThat(emails).hasSizeGreaterThan(1);
    assertThat(emails).anySatisfy(each -> assertThat(each).anyMatch(at("velo.example")));
    assertThat(emails)
        .noneSatisfy(
            each -> {
              assertThat(each).anyMatch(at("jardins.example"));
              assertThat(each).anyMatch(at("velo.example"));
            });
  }

  private static Predicate<String> at(String domain) {
    return address -> address.toLowerCase(Locale.ROOT).endsWith("@" + domain);
  }

  @Test
  void everybodyHasSeveralAddresses() throws Exception {
    assertThat(promised("several addresses and spellings")).containsExactly("everybody");
    for (String name : List.of(ANN, "Béatrice Moreau", "Keiko Tanabe", "Colin O'Hara")) {
      JsonNode person = get("/api/people/" + person(name).path("id").asText());
      assertThat(person.path("accounts").size()).as(name).isGreaterThan(1);
    }
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
