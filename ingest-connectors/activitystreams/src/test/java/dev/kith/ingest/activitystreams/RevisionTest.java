package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.Activity;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTest {
  private static final String ANN = "'actor': 'https://x.example/users/ann'";
  private static final String NOTE =
      "'id': 'https://x.example/n', 'type': 'Note', 'content': 'Frogs', 'published':"
          + " '2026-01-01T00:00:00Z'";

  @Test
  void anEditIsALaterRevisionOfTheSameActivity() {
    Activity made =
        TestDocuments.activity("{'type': 'Create', " + ANN + ", 'object': {" + NOTE + "}}");
    Activity edited =
        TestDocuments.activity(
            "{'type': 'Update', 'id': 'https://x.example/u', "
                + ANN
                + ", 'object': {"
                + NOTE
                + ", 'updated': '2026-01-02T00:00:00Z'}}");

    assertThat(edited.getId()).isEqualTo(made.getId());
    assertThat(edited.getKind()).isEqualTo(made.getKind());
    assertThat(edited.getAt()).isEqualTo(made.getAt());
    assertThat(made.getRevision()).isZero();
    assertThat(edited.getRevision())
        .isEqualTo(Instant.parse("2026-01-02T00:00:00Z").toEpochMilli());
  }

  @Test
  void anEditFoundAsANoteIsTheSameRevision() {
    Activity found =
        TestDocuments.activity(
            "{"
                + NOTE
                + ", 'attributedTo': 'https://x.example/users/ann', 'updated':"
                + " '2026-01-02T00:00:00Z'}");

    assertThat(found.getRevision()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z").toEpochMilli());
  }

  @Test
  void anUpdateOfWhatIsOnlyNamedIsAnActivityOfItsOwn() {
    Activity update =
        TestDocuments.activity(
            "{'type': 'Update', 'id': 'https://x.example/u', 'published': '2026-01-02', "
                + ANN
                + ", 'object': 'https://x.example/n'}");

    assertThat(update.getId()).isEqualTo("https://x.example/u");
    assertThat(update.getKind()).isEqualTo("update");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'object': 'https://x.example/n'",
        "'object': {'type': 'Tombstone', 'id': 'https://x.example/n'}",
        "'object': {'type': 'Note', 'id': 'https://x.example/n', 'content': 'Frogs'}"
      })
  void aDeletionOutweighsAnEditOfTheSameMoment(String object) {
    Activity deleted =
        TestDocuments.activity(
            "{'type': 'Delete', 'published': '2026-01-02T00:00:00Z', " + ANN + ", " + object + "}");

    assertThat(deleted.getId()).isEqualTo("https://x.example/n");
    assertThat(deleted.getDeleted()).isTrue();
    assertThat(deleted.getActor()).isEqualTo("fediverse:ann@x.example");
    assertThat(deleted.getText()).isEmpty();
    assertThat(deleted.getRevision())
        .isEqualTo(Instant.parse("2026-01-02T00:00:00Z").toEpochMilli() + 1);
  }

  @Test
  void aTombstoneFoundAloneDeletes() {
    Activity deleted =
        TestDocuments.activity(
            "{'type': 'Tombstone', 'id': 'https://x.example/n', 'deleted':"
                + " '2026-01-02T00:00:00Z'}");

    assertThat(deleted.getDeleted()).isTrue();
    assertThat(deleted.getActor()).isEmpty();
    assertThat(deleted.getAt()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
  }

  @Test
  void undoingTakesTheActivityBack() {
    String like =
        "{'type': 'Like', 'id': 'https://x.example/l', "
            + ANN
            + ", 'object': 'https://y.example/@bob/1', 'published': '2026-01-01'}";
    Activity undone =
        TestDocuments.activity(
            "{'type': 'Undo', 'published': '2026-01-02', " + ANN + ", 'object': " + like + "}");

    assertThat(undone.getId()).isEqualTo("https://x.example/l");
    assertThat(undone.getKind()).isEqualTo("like");
    assertThat(undone.getDeleted()).isTrue();
    assertThat(undone.getTowards()).isEmpty();
    assertThat(undone.getRevision()).isPositive();
  }

  @Test
  void undoingACreationDeletesWhatWasMade() {
    Activity undone =
        TestDocuments.activity(
            "{'type': 'Undo', 'published': '2026-01-02', "
                + ANN
                + ", 'object': {'type': 'Create', 'id': 'https://x.example/c', 'object':"
                + " 'https://x.example/n'}}");

    assertThat(undone.getId()).isEqualTo("https://x.example/n");
  }
}
