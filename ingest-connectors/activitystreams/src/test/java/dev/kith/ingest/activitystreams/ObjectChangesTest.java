package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.activitystreams.activity.ParseOutcome;
import dev.kith.ingest.activitystreams.change.ChangeResolver;
import dev.kith.ingest.activitystreams.change.ChangeStore;
import dev.kith.schemas.Activity;
import dev.kith.schemas.RevisionOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A change counts only from whom the thing is, whatever the order in which things come. */
class ObjectChangesTest {
  private static final String ANN = "'actor': 'https://x.example/users/ann'";
  private static final String MALLORY = "'actor': 'https://x.example/users/mallory'";
  private static final String FAR = "'actor': 'https://far.example/users/mallory'";
  private static final String SERVER = "'actor': 'https://x.example/actor'";
  private static final String OPAQUE = "https://x.example/objects/7";
  private static final String TOLD = "https://x.example/users/ann/statuses/7";

  @TempDir Path folder;

  private static String note(String id) {
    return "{'type': 'Create', "
        + ANN
        + ", 'published': '2026-01-01T00:00:00Z', 'object': {'type': 'Note', 'id': '"
        + id
        + "', 'attributedTo': 'https://x.example/users/ann', 'content': 'Frogs'}}";
  }

  private static String deletion(String actor, String id) {
    return "{'type': 'Delete', "
        + actor
        + ", 'published': '2026-01-02T00:00:00Z', 'object': '"
        + id
        + "'}";
  }

  private static String edit(String actor, String id) {
    return "{'type': 'Update', "
        + actor
        + ", 'published': '2026-01-02T00:00:00Z', 'object': {'type': 'Note', 'id': '"
        + id
        + "', 'content': 'Newts', 'published': '2026-01-01T00:00:00Z'}}";
  }

  private static String act(String type, String id, String day) {
    return "{'type': '%s', 'id': '%s', %s, 'published': '2026-01-%sT00:00:00Z', 'object': 'https://y.example/n/1'}"
        .formatted(type, id, ANN, day);
  }

  private static String undo(String actor, String type, String day) {
    return "{'type': 'Undo', %s, 'published': '2026-01-%sT00:00:00Z', 'object': {'type': '%s', 'object': 'https://y.example/n/1'}}"
        .formatted(actor, day, type);
  }

  /** What is left in the end. */
  private static Map<String, Activity> outcome(List<String> documents) {
    return outcome(TestDocuments.changes(), documents);
  }

  private static Map<String, Activity> outcome(ChangeResolver changes, List<String> documents) {
    Map<String, Activity> latest = new TreeMap<>();
    published(changes, documents)
        .forEach(each -> latest.merge(each.getId(), each, ObjectChangesTest::later));
    return latest;
  }

  private static List<Activity> published(ChangeResolver changes, List<String> documents) {
    List<Activity> published = new ArrayList<>();
    for (String document : documents) {
      for (ParseOutcome reading : TestDocuments.DOCUMENTS.read(TestDocuments.bytes(document))) {
        if (reading instanceof ParseOutcome.Parsed understood) {
          published.addAll(changes.resolve(understood, (change, reason) -> {}));
        }
      }
    }
    return published;
  }

  private static Activity later(Activity one, Activity other) {
    return RevisionOrder.order(one) >= RevisionOrder.order(other) ? one : other;
  }

  /** Checks what is left in every order, and when everything is read twice. */
  private static void assertAlive(List<String> documents, String... alive) {
    for (int turn = 0; turn < documents.size(); turn++) {
      List<String> turned = new ArrayList<>(documents);
      Collections.rotate(turned, turn);
      assertThat(alive(outcome(turned))).as("from %s", turn).containsExactlyInAnyOrder(alive);
      Collections.reverse(turned);
      assertThat(alive(outcome(turned))).as("back from %s", turn).containsExactlyInAnyOrder(alive);
      turned.addAll(documents);
      assertThat(alive(outcome(turned))).as("twice, %s", turn).containsExactlyInAnyOrder(alive);
    }
  }

  private static List<String> alive(Map<String, Activity> outcome) {
    return outcome.values().stream()
        .filter(each -> !each.getDeleted())
        .map(Activity::getId)
        .collect(Collectors.toList());
  }

  @Test
  void aCreateFromAnotherServerDoesNotReplaceWhatItsAuthorWrote() {
    String forged =
        note(OPAQUE).replace(ANN, FAR).replace("Frogs", "Forged words, longer than these");

    assertThat(outcome(List.of(note(OPAQUE), forged)).values())
        .extracting(Activity::getText)
        .containsExactly("Frogs");
    assertThat(outcome(List.of(forged))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {OPAQUE, TOLD})
  void whoMadeItDeletesIt(String id) {
    assertAlive(List.of(note(id), deletion(ANN, id)));
    assertAlive(List.of(note(id), deletion(SERVER, id)));
  }

  @Test
  void theLastRecordOfAPostIsItsLatestVersionInAnyOrder() {
    String deletion = deletion(ANN, TOLD).replace("01-02", "01-03");
    List<String> documents = List.of(note(TOLD), edit(ANN, TOLD), deletion);

    for (int turn = 0; turn < documents.size(); turn++) {
      List<String> turned = new ArrayList<>(documents);
      Collections.rotate(turned, turn);
      assertThat(published(TestDocuments.changes(), turned).getLast().getDeleted()).isTrue();
      Collections.reverse(turned);
      assertThat(published(TestDocuments.changes(), turned).getLast().getDeleted()).isTrue();
    }
    assertThat(
            published(TestDocuments.changes(), List.of(edit(ANN, TOLD), note(TOLD)))
                .getLast()
                .getText())
        .isEqualTo("Newts");
  }

  @ParameterizedTest
  @ValueSource(strings = {OPAQUE, TOLD})
  void nobodyElseDeletesIt(String id) {
    assertAlive(List.of(note(id), deletion(MALLORY, id)), id);
    assertAlive(List.of(note(id), deletion(FAR, id)), id);
    assertAlive(List.of(note(id), deletion(MALLORY, id), deletion(ANN, id)));
  }

  @ParameterizedTest
  @CsvSource({
    "'actor': 'https://x.example/users/ann'|Newts",
    "'actor': 'https://x.example/actor'|Newts",
    "'actor': 'https://x.example/users/mallory'|Frogs",
    "'actor': 'https://far.example/users/mallory'|Frogs"
  })
  void onlyWhoMadeItEditsIt(String row) {
    String actor = row.substring(0, row.indexOf('|'));
    String text = row.substring(row.indexOf('|') + 1);
    for (String id : List.of(OPAQUE, TOLD)) {
      List<String> documents = List.of(note(id), edit(actor, id));
      assertThat(outcome(documents).values()).extracting(Activity::getText).containsExactly(text);
      assertThat(outcome(documents.reversed()).values())
          .extracting(Activity::getText)
          .containsExactly(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Like", "Follow", "Announce", "Join", "EmojiReact", "Dislike"})
  void whatIsUndoneWithoutAnIdIsFound(String type) {
    assertAlive(List.of(act(type, "https://x.example/a/1", "01"), undo(ANN, type, "02")));
  }

  @Test
  void theLatestIsTakenBackAndWhatIsDoneAgainStays() {
    String first = act("Announce", "https://x.example/a/1", "01");
    String second = act("Announce", "https://x.example/a/2", "03");

    assertAlive(List.of(first, undo(ANN, "Announce", "02"), second), "https://x.example/a/2");
    assertThat(alive(outcome(List.of(first, second, undo(ANN, "Announce", "04")))))
        .containsExactly("https://x.example/a/1");
    assertThat(alive(outcome(List.of(undo(ANN, "Announce", "04"), second, first))))
        .containsExactly("https://x.example/a/1");
    assertAlive(List.of(first, undo(ANN, "Announce", "02"), second, undo(ANN, "Announce", "04")));
  }

  @Test
  void anotherActorsKindOrObjectIsNotMeant() {
    String like = act("Like", "https://x.example/a/1", "01");

    assertAlive(List.of(like, undo(MALLORY, "Like", "02")), "https://x.example/a/1");
    assertAlive(List.of(like, undo(ANN, "Announce", "02")), "https://x.example/a/1");
    assertAlive(
        List.of(like, undo(ANN, "Like", "02").replace("/n/1", "/n/2")), "https://x.example/a/1");
    assertThat(
            TestDocuments.reason(
                "{'type': 'Undo', "
                    + MALLORY
                    + ", 'published': '2026-01-02', 'object': {'type': 'Like', "
                    + ANN
                    + ", 'object': 'https://y.example/n/1'}}"))
        .isEqualTo("actor: expected whose it is, found another");
  }

  @Test
  void whatHadNoIdItselfIsTakenBackToo() {
    String follow =
        "{'type': 'Follow', "
            + ANN
            + ", 'object': 'https://y.example/@bob', 'published': '2026-01-01'}";
    String undo =
        "{'type': 'Undo', "
            + ANN
            + ", 'published': '2026-01-02', 'object': {'type': 'Follow', 'object':"
            + " 'https://y.example/users/bob'}}";

    assertAlive(List.of(follow, undo));
  }

  @Test
  void whatIsRememberedSurvivesARestart() {
    Path file = folder.resolve("state").resolve("changes.store");
    String like = act("Like", "https://x.example/a/1", "01");
    try (var store = ChangeStore.in(file)) {
      var changes = new ChangeResolver(store);
      changes.open();
      outcome(changes, List.of(note(OPAQUE), like));
      changes.save();
    }
    try (var store = ChangeStore.in(file)) {
      var changes = new ChangeResolver(store);
      changes.open();
      var left = outcome(changes, List.of(deletion(MALLORY, OPAQUE), undo(ANN, "Like", "02")));

      assertThat(left).containsOnlyKeys("https://x.example/a/1");
      assertThat(left.get("https://x.example/a/1")).matches(each -> each.getDeleted());
    }
  }

  @Test
  void aLikeOfWhatIsOnlyNamedIsDirectedAtWhoMadeIt() {
    String like =
        "{'type': 'Like', 'id': 'https://y.example/l', 'actor': 'https://y.example/users/cleo',"
            + " 'published': '2026-01-03', 'object': '"
            + OPAQUE
            + "'}";
    for (List<String> documents :
        List.of(List.of(note(OPAQUE), like), List.of(like, note(OPAQUE)))) {
      List<Activity> liked =
          outcome(documents).values().stream()
              .filter(each -> each.getKind().equals("like"))
              .toList();

      assertThat(liked).hasSize(1);
      assertThat(TestDocuments.towards(liked.getFirst()))
          .containsExactly(entry("fediverse:ann@x.example", "like"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type': 'Delete', 'actor': 'https://x.example/users/mallory', 'published': '2026-01-02',"
            + " 'object': 'https://x.example/users/ann'}",
        "{'type': 'Update', 'actor': 'https://x.example/users/mallory', 'object': {'type':"
            + " 'Person', 'id': 'https://x.example/users/ann', 'name': 'M'}}",
        "{'type': 'Update', 'actor': 'https://far.example/actor', 'object': {'type': 'Person',"
            + " 'id': 'https://x.example/users/ann', 'name': 'M'}}",
        "{'type': 'Delete', 'actor': 'https://x.example/users/mallory', 'published': '2026-01-02',"
            + " 'object': {'type': 'Note', 'id': 'https://x.example/o', 'attributedTo':"
            + " 'https://x.example/users/ann'}}",
        "{'type': 'Update', 'actor': 'https://x.example/users/mallory', 'published': '2026-01-02',"
            + " 'object': {'type': 'Note', 'id': 'https://x.example/o', 'attributedTo':"
            + " 'https://x.example/users/ann', 'content': 'x'}}"
      })
  void whoIsAnotherChangesNothing(String document) {
    assertThat(TestDocuments.reason(document))
        .isEqualTo("actor: expected whose it is, found another");
  }

  @Test
  void nobodyTakesBackWithoutSayingWhoTheyAre() {
    assertThat(
            TestDocuments.reason(
                "{'type': 'Delete', 'published': '2026-01-02', 'object': 'urn:x:1'}"))
        .startsWith("actor: expected who takes it back");
  }

  private static String untimed(String document) {
    return document
        .replaceAll(" 'published': '[^']*',", "")
        .replaceAll(", 'published': '[^']*'", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {OPAQUE, TOLD})
  void aDeletionWithoutATimeOutweighsEveryEdit(String id) {
    String deletion = untimed(deletion(ANN, id));

    assertThat(deletion).doesNotContain("published");
    assertAlive(List.of(note(id), deletion));
    assertAlive(List.of(note(id), edit(ANN, id), deletion));
    assertAlive(List.of(note(id), untimed(deletion(MALLORY, id))), id);
  }

  @Test
  void anUndoOfAnAccountTakesBackTheFollow() {
    String bob = "'object': 'https://y.example/users/bob'}";
    String follow =
        "{'type': 'Follow', 'id': 'https://x.example/f/1', 'published': '2026-01-01T00:00:00Z', ";
    String undo = "{'type': 'Undo', 'published': '2026-01-02T00:00:00Z', ";

    var left = outcome(List.of(follow + ANN + ", " + bob, undo + ANN + ", " + bob));

    assertThat(left).containsOnlyKeys("https://x.example/f/1");
    assertThat(left.values()).allMatch(Activity::getDeleted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Like", "Announce", "Follow"})
  void anUndoWithoutATimeTakesBackTheLatest(String type) {
    String first = act(type, "https://x.example/a/1", "01");
    String second = act(type, "https://x.example/a/2", "03");
    String undo = untimed(undo(ANN, type, "04"));
    String undoById =
        "{'type': 'Undo', %s, 'object': {'type': '%s', 'id': 'https://x.example/a/1'}}"
            .formatted(ANN, type);

    assertAlive(List.of(first, undo));
    assertAlive(List.of(first, undoById));
    assertThat(alive(outcome(List.of(first, second, undo))))
        .containsExactly("https://x.example/a/1");
    assertThat(alive(outcome(List.of(undo, second, first))))
        .containsExactly("https://x.example/a/1");
  }

  @Test
  void anUpdateWithoutATimeReplacesTheOriginal() {
    String edit =
        "{'type': 'Update', %s, 'object': {'type': 'Note', 'id': '%s', 'content': 'Newts', 'published': '2026-01-01T00:00:00Z'}}"
            .formatted(ANN, OPAQUE);
    List<String> documents = List.of(note(OPAQUE), edit);

    assertThat(outcome(documents).values()).extracting(Activity::getText).containsExactly("Newts");
    assertThat(outcome(documents.reversed()).values())
        .extracting(Activity::getText)
        .containsExactly("Newts");
  }

  @Test
  void theEndAndTheUpdateOfAnAccountCountWithoutATime() {
    String person = "{'type': 'Person', 'id': 'https://x.example/users/ann', 'name': '%s'}";
    var original = TestDocuments.profile(person.formatted("Ann Lee"));
    var updated =
        TestDocuments.profile(
            "{'type': 'Update', %s, 'object': %s}".formatted(ANN, person.formatted("Ann Lind")));
    var ended =
        TestDocuments.profile(
            "{'type': 'Delete', %s, 'object': 'https://x.example/users/ann'}".formatted(ANN));

    assertThat(updated.getRevision()).isGreaterThan(original.getRevision());
    assertThat(ended.getDeleted()).isTrue();
    assertThat(RevisionOrder.order(ended)).isGreaterThan(RevisionOrder.order(updated));
    assertThat(ended.getSeen()).isEqualTo(KnownProfiles.SEEN_UNKNOWN);
  }
}
