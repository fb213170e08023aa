package dev.kith.api;

import static dev.kith.api.testing.Caller.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.api.testing.Caller;
import dev.kith.api.testing.Documents;
import dev.kith.api.testing.RealIndices;
import dev.kith.api.testing.Service;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All spellings of a word, and pasted text, find what a reader considers the same. */
class SearchTextIT {
  private static final Path SHARED =
      Path.of(System.getProperty("kith.shared", "../../shared")).resolve("cases/E");
  private static final String FILLER = "pond frog frog frog toad toad";
  private static final Map<String, Object> POND = Map.of("text", "the pond by the road");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Documents world = new Documents();
  private final RealIndices indices = new RealIndices();
  private EmbeddedServer server;
  private Caller caller;

  /** One line of the queries of a shared case. */
  private record Query(String path, String q, String expected) {}

  @BeforeEach
  void start() {
    world.person("Ann Lee", Map.of());
    server = Service.over(indices, Documents.email("Ann Lee"));
    caller = new Caller(server.getURL().toString());
  }

  @AfterEach
  void end() {
    server.close();
    indices.remove();
  }

  /** Writes a name as the indexing step does: in composed form. */
  private void called(String handle, String name) {
    world.person(
        handle,
        Map.of(
            "name", composed(name), "names", List.of(composed(name)), "handles", List.of(handle)));
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private List<String> found(String q) {
    return texts(caller.ask("/api/people", "q", q, "size", "50").path("people"), "/emails/0");
  }

  private void finds(String handle, String... queries) {
    for (String q : queries) {
      assertThat(found(q)).as(q).contains(Documents.email(handle));
    }
  }

  @Test
  void namesAreFoundInWhicheverFormTheyAreTyped() {
    called("otter", "Ｏｔｔｏ Ｏｔｔｅｒ");
    called("gull", "ｶﾓﾒ ｼﾞﾛｳ");
    called("tern", "アジサシ パン");
    called("shea", "Niamh O´Shea");
    called("stork", "Anna\u2011Lena Stra\u00adßburg");
    called("newt", "Nguye\u0302\u0303n Va\u0306n Molch");
    called("crane", "Юрий Журавлё\u0432");
    called("heron", "\u1112\u1161\u11ab \u1102\u1161");
    called("lark", "Zo\u200bë ﬁsher");
    indices.keep(world);

    finds("otter", "otto", "OTTER", "ｏｔｔｅｒ", "Otto Otter");
    finds("gull", "カモメ", "ジロウ", "ｶﾓﾒ", "ｼﾞﾛｳ", "シ\u3099ロウ");
    finds("tern", "ｱｼﾞｻｼ", "ﾊﾟﾝ", "アジサシ");
    finds("shea", "oshea", "O'Shea", "O’Shea", "o`shea");
    finds("stork", "anna lena", "anna-lena", "strassburg", "STRASSBURG", "Straßburg", "STRAẞBURG");
    finds("newt", "nguyen", "Nguyễn", "Nguye\u0302\u0303n van", "molch");
    finds("crane", "Юри\u0438\u0306", "юрий", "журавлёв");
    finds("heron", "한", "나", "\u1112\u1161\u11ab 나");
    finds("lark", "zoe", "fisher", "Zoë ﬁsher");
  }

  @Test
  void aPhoneNumberIsFoundByItsDigits() {
    world.person("otter", Map.of("phones", List.of("+33223456789")));
    world.person("gull", Map.of("phones", List.of("+33223456780")));
    indices.keep(world);

    finds("otter", "+33223456789", "0033223456789", "\"+33 (2) 23 45 67 89\"");
    assertThat(found("+33223456789")).hasSize(1);
    assertThat(found("+3322345")).isEmpty();
  }

  @Test
  void textsAreFoundInWhicheverFormTheyAreTyped() {
    world
        .activity("t1", "Ann Lee", List.of(), 1, Map.of("title", "Ｇａｒｄｅｎｓ and ｻﾞﾘｶﾞﾆ"))
        .activity("t2", "Ann Lee", List.of(), 2, Map.of("title", "L’été à Gießen – R & B"))
        .activity(
            "t3",
            "Ann Lee",
            List.of(),
            3,
            Map.of("title", "See https://pond.example/a?b=c&d=e#f", "topics", List.of("Ｐｏｎｄ")));
    indices.keep(world);

    says("garden", "t1");
    says("ｇａｒｄｅｎ", "t1");
    says("ザリガニ", "t1");
    says("e\u0301te\u0301", "t2");
    says("giessen", "t2");
    says("R & B", "t2");
    says("Re: AW: giessen – été", "t2");
    says("https://pond.example/a?b=c&d=e#f", "t3");
    says("topic:pond", "t3");
  }

  @Test
  void lettersAreFoldedBeforeWordsAreStemmed() {
    world
        .activity("s1", "Ann Lee", List.of(), 1, Map.of("title", "Straße und Gruß"))
        .activity("s2", "Ann Lee", List.of(), 2, Map.of("text", "GROẞE WIESEN, grosse Bäume"))
        .activity("s3", "Ann Lee", List.of(), 3, Map.of("text", "Mon résumé de la biodiversité"))
        .activity("s4", "Ann Lee", List.of(), 4, Map.of("text", "Bjørnes cœurs, smörgåsar"))
        .activity("s5", "Ann Lee", List.of(), 5, Map.of("text", "My resume on biodiversity"));
    indices.keep(world);

    for (String q : List.of("strasse", "STRASSE", "Straße", "STRAẞE", "gruss", "\"strasse und\"")) {
      says(q, "s1");
    }
    for (String q : List.of("große", "GROSSE", "große grosse", "baume")) {
      says(q, "s2");
    }
    says("biodiversite", "s3");
    saysInAnyOrder("résumé", "s3", "s5");
    saysInAnyOrder("resume", "s3", "s5");
    for (String q : List.of("bjornes", "bjørne", "coeur", "cœurs", "smorgasar")) {
      says(q, "s4");
    }
  }

  @Test
  void aWordThatOneLanguageLeavesOutIsSearchedInTheOther() {
    world
        .activity("c1", "Ann Lee", List.of(), 1, Map.of("title", "C++ for botanists"))
        .activity("c2", "Ann Lee", List.of(), 2, Map.of("text", "We write C# here, no garden"))
        .activity("c3", "Ann Lee", List.of(), 3, Map.of("text", "My son will plant a garden"))
        .activity("c4", "Ann Lee", List.of(), 4, Map.of("text", "Pour une haie"))
        .activity("c5", "Ann Lee", List.of(), 5, Map.of("text", "Ponds and hedges"));
    indices.keep(world);

    for (String q : List.of("C++", "c++", "C#", "c", "\"C++\"", "-hedges C++")) {
      saysInAnyOrder(q, "c1", "c2");
    }
    says("C++ botanists", "c1");
    says("C# here", "c2");
    says("son", "c3");
    says("\"son\"", "c3");
    says("will", "c3");
    saysInAnyOrder("will pour", "c3", "c4");
    says("pour", "c4");
    says("the hedges", "c5");
    saysInAnyOrder("-C++ garden", "c3");
  }

  private void saysInAnyOrder(String q, String... ids) {
    assertThat(texts(caller.ask("/api/activities", "q", q).path("activities"), "/id"))
        .as(q)
        .containsExactlyInAnyOrder(ids);
  }

  @Test
  void aNameOfPunctuationIsNobodysName() {
    indices.keep(world);

    for (String path : List.of("people", "relationships", "activities")) {
      var answer = caller.get("/api/" + path, "q", "knows:\"–\"");
      assertThat(answer.status()).as(path).isEqualTo(400);
      assertThat(answer.json().path("detail").asText()).contains("somebody known");
    }
  }

  @Test
  void theViewerIsNamedInWhicheverFormTheAddressIsTyped() {
    world.person(
        "Zoë Molch",
        Map.of(
            "accounts",
            List.of("email:zo\u00eb@xn--mller-kva.example", "git:Zoë <zoe@xn--mller-kva.example>"),
            "emails",
            List.of("zo\u00eb@xn--mller-kva.example")));
    indices.keep(world);

    for (String as :
        List.of(
            "zoë@müller.example",
            "ZOË@MÜLLER.EXAMPLE",
            "zoe\u0308@mu\u0308ller.example",
            "Zoë@XN--MLLER-KVA.example",
            "zoë@ｍüller.example",
            " zoë@müller.example\t",
            "email:Zoë@Müller.example",
            "git:Zoë <zoe@Müller.example>",
            "müller.example",
            "@Mu\u0308ller.Example")) {
      JsonNode page = caller.ask("/api/people", "as", as);
      assertThat(texts(page.at("/as/people"), "/name")).as(as).containsExactly("Zoë Molch");
    }
    assertThat(found("zoë@müller.example")).containsExactly("zo\u00eb@xn--mller-kva.example");
    for (String as :
        List.of("Ann\tLee", "ann\nlee@example.org", "\t", "\u200b", "git: <>", "@", ",")) {
      assertThat(caller.get("/api/people", "as", as).status()).as(as).isIn(200, 400);
      assertThat(caller.get("/api/people", "q", "knows:\"" + as + "x\"").status()).isIn(200, 400);
      assertThat(caller.get("/api/people", "q", "\"" + as + "x\"").status()).isIn(200, 400);
    }
  }

  private void says(String q, String... ids) {
    assertThat(texts(caller.ask("/api/activities", "q", q).path("activities"), "/id"))
        .as(q)
        .containsExactly(ids);
  }

  @Test
  void sharedNamesInManyScripts() throws IOException {
    for (String line : lines("e15-accents.ndjson")) {
      JsonNode person = JSON.readTree(line);
      called(person.path("preferredUsername").asText(), person.path("name").asText());
    }
    indices.keep(world);

    for (Query query : queries("e15-accents.queries.tsv")) {
      Caller.Answer answer = caller.get("/api/" + query.path(), "q", query.q());
      if (query.expected().startsWith("400")) {
        assertThat(answer.status()).as(query.q()).isEqualTo(400);
        assertThat(answer.body()).contains("U+202E");
      } else if (query.expected().contains("or nobody") || query.expected().contains("(open)")) {
        assertThat(answer.status()).as(query.q()).isEqualTo(200);
      } else {
        String handle = query.expected().replaceFirst("^@(\\w+).*", "$1");
        assertThat(found(query.q())).as("%s", query).contains(Documents.email(handle));
      }
    }
  }

  @Test
  void sharedTextsThatArePasted() throws IOException {
    world
        .activity("f1", "Ann Lee", List.of(), 1, Map.of("title", "Re: frogs", "text", "frog"))
        .activity("f2", "Ann Lee", List.of(), 2, Map.of("title", "frog AND (toad OR newt)"))
        .activity("f3", "Ann Lee", List.of(), 3, Map.of("title", "week ending at 10:30"));
    indices.keep(world);

    for (Query query : queries("e16-syntax.queries.tsv")) {
      String q = query.q().replace("\\u0000", "\0");
      Caller.Answer answer = caller.get("/api/" + query.path(), "q", q);
      if (query.expected().matches("400(:.*|| on .*| naming.*)") && !isEither(query)) {
        assertThat(answer.status()).as("%s", query).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).startsWith("q: ");
      } else {
        assertThat(answer.status()).as("%s %s", query, answer).isIn(200, 400);
      }
    }
    says("frog AND (toad OR newt)", "f2");
    says("Re: frogs", "f1", "f2");
    says("10:30", "f3");
    says("week – ending", "f3");
    says("week & ending", "f3");
    assertThat(texts(caller.ask("/api/activities", "q", "-").path("activities"), "/id")).hasSize(3);
  }

  private static boolean isEither(Query query) {
    return query.expected().contains(" or ");
  }

  @Test
  void sharedNotesOfOneMomentAreTurnedPageByPage() throws IOException {
    List<String> expected = new ArrayList<>();
    for (String line : lines("e17-equal-times.ndjson")) {
      JsonNode note = JSON.readTree(line);
      expected.add(note.path("id").asText());
      note(note.path("id").asText(), note);
    }
    indices.keep(world);
    JsonNode last = JSON.readTree(lines("e17-equal-times.ndjson").getLast());

    for (String sort : List.of("newest", "best")) {
      List<String> first = turned("frog spawn", sort, () -> {});
      List<String> again =
          turned(
              "frog spawn",
              sort,
              () -> indices.keep(note("https://social.example.org/late/" + sort, last)));

      assertThat(first).doesNotHaveDuplicates().containsAll(expected);
      assertThat(again).doesNotHaveDuplicates().containsAll(expected);
      assertThat(again.stream().filter(expected::contains))
          .containsExactlyElementsOf(first.stream().filter(expected::contains).toList());
    }
  }

  @Test
  void theBestAreTurnedPageByPageWhileOthersCome() {
    for (int i = 0; i < 17; i++) {
      String text = "pond " + "lily ".repeat(1 + i % 3) + "reed ".repeat(4 - i % 3);
      world.activity("p%02d".formatted(i), "Ann Lee", List.of(), 1 + i, Map.of("text", text));
    }
    indices.keep(world);

    List<String> still = turned("pond lily", "best", () -> {});
    List<String> moving =
        turned(
            "pond lily",
            "best",
            () -> {
              for (int i = 0; i < 30; i++) {
                world.activity("q" + i, "Ann Lee", List.of(), 1, Map.of("text", FILLER));
              }
              indices.keep(world);
            });

    assertThat(still).hasSize(17).doesNotHaveDuplicates();
    assertThat(moving).doesNotHaveDuplicates().containsExactlyElementsOf(still);
  }

  @Test
  void equalScoresComeOnceEachPageByPage() {
    for (int i = 0; i < 23; i++) {
      world.activity("e%02d".formatted(i * 7 % 23), "Ann Lee", List.of(), 1 + i, POND);
      if (i % 5 == 0) {
        indices.keep(world); // in separate segments
      }
    }
    for (int i = 0; i < 21; i++) {
      called("pond" + i, "Pond Keeper");
    }
    indices.keep(world);

    List<String> activities = turned("pond", "best", () -> {});
    List<String> others = turned("pond", "best", () -> more("later"));
    List<String> people = peopleTurned(() -> {});
    List<String> again =
        peopleTurned(
            () -> {
              more("muchlater");
              called("pondlate", "Pond Keeper");
              indices.keep(world);
            });

    assertThat(activities).hasSize(23).isSorted();
    assertThat(others).doesNotHaveDuplicates().containsSubsequence(activities);
    assertThat(people).hasSize(22).doesNotHaveDuplicates();
    assertThat(again).doesNotHaveDuplicates().containsAll(people);
  }

  private void more(String id) {
    for (int i = 0; i < 9; i++) {
      world.activity(id + i, "Ann Lee", List.of(), 1, POND);
    }
    indices.keep(world);
  }

  private List<String> peopleTurned(Runnable afterTheFirst) {
    var emails = new ArrayList<String>();
    String[] parameters = {"q", "pond", "size", "4"};
    for (JsonNode page = caller.ask("/api/people", parameters);
        ;
        page = caller.ask("/api/people", parameters)) {
      emails.addAll(texts(page.path("people"), "/emails/0"));
      if (parameters.length == 4) {
        afterTheFirst.run();
      }
      if (page.path("next").isMissingNode()) {
        return emails;
      }
      parameters = new String[] {"q", "pond", "size", "4", "cursor", page.path("next").asText()};
    }
  }

  private Documents note(String id, JsonNode note) {
    return world.activity(
        id,
        "Ann Lee",
        List.of(),
        1,
        Map.of("text", note.path("content").asText(), "at", note.path("published").asText()));
  }

  private List<String> turned(String q, String sort, Runnable afterTheFirst) {
    var ids = new ArrayList<String>();
    Map<String, String> parameters = new LinkedHashMap<>(Map.of("size", "4"));
    parameters.putAll(Map.of("q", q, "sort", sort));
    while (true) {
      JsonNode page =
          caller.ask(
              "/api/activities",
              parameters.entrySet().stream()
                  .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                  .toArray(String[]::new));
      ids.addAll(texts(page.path("activities"), "/id"));
      if (!parameters.containsKey("cursor")) {
        afterTheFirst.run();
      }
      if (page.path("next").isMissingNode()) {
        return ids;
      }
      parameters.put("cursor", page.path("next").asText());
    }
  }

  private static List<String> lines(String name) throws IOException {
    Path file = SHARED.resolve(name).toAbsolutePath().normalize();
    if (!Files.exists(file)) {
      System.err.println("SKIPPED: a shared case, because there is no " + file);
    }
    assumeTrue(Files.exists(file), "SKIPPED: a shared case, because there is no " + file);
    return Files.readAllLines(file);
  }

  private static List<Query> queries(String name) throws IOException {
    return lines(name).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(cells -> new Query(cells[0], cells[1], cells[2]))
        .toList();
  }
}
