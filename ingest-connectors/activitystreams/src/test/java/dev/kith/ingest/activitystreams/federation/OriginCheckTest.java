package dev.kith.ingest.activitystreams.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.activitystreams.TestDocuments;
import dev.kith.ingest.activitystreams.activity.ParseOutcome;
import dev.kith.schemas.Activity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginCheckTest {
  private static final String ANN = "https://far.example/users/ann";
  private static final String BOB = "https://near.example/users/bob";
  private static final String GROUP = "https://town.example/c/ponds";
  private static final String NOTE =
      "{'type':'Note','id':'https://far.example/notes/1','attributedTo':'"
          + ANN
          + "','published':'2026-01-01T00:00:00Z','audience':'"
          + GROUP
          + "','content':'Frogs'}";
  private static final String CREATE =
      "{'type':'Create','id':'https://far.example/creates/1','actor':'"
          + ANN
          + "','published':'2026-01-01T00:00:00Z','object':"
          + NOTE
          + "}";

  private final ReadableDocuments documents = new ReadableDocuments();

  private ParseOutcome read(String document, OriginCheck check) {
    List<ParseOutcome> read = TestDocuments.arrived(document, check);
    assertThat(read).hasSize(1);
    return read.getFirst();
  }

  private Activity activity(String signer, String document) {
    ParseOutcome read = read(document, new OriginCheck(signer, documents));
    return switch (read) {
      case ParseOutcome.Parsed parsed -> parsed.versions().findFirst().orElseThrow();
      case ParseOutcome.Unparsable not -> throw new AssertionError(not.reason());
    };
  }

  private void refused(String signer, String document) {
    ParseOutcome read = read(document, new OriginCheck(signer, documents));
    assertThat(read).isInstanceOf(ParseOutcome.Unparsable.class);
    assertThat(((ParseOutcome.Unparsable) read).reason())
        .startsWith("actor: expected who signed the request");
  }

  private static String announced(String object) {
    return "{'type':'Announce','id':'https://town.example/a/1','actor':'"
        + GROUP
        + "','published':'2026-01-02T00:00:00Z','object':"
        + object
        + "}";
  }

  @Test
  void anActivityOfTheSignerIsAccepted() {
    assertThat(activity(ANN, CREATE).getActor()).isEqualTo("fediverse:ann@far.example");
    assertThat(activity(ANN, NOTE).getText()).isEqualTo("Frogs");
    assertThat(documents.read).isEmpty();
  }

  @Test
  void anActivityOfAnotherActorIsReadFromThatActorsServer() {
    refused(BOB, CREATE);

    documents.put("https://far.example/creates/1", CREATE.replace("Frogs", "Toads"));

    assertThat(activity(BOB, CREATE).getText()).isEqualTo("Toads");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'Like','id':'https://near.example/l','actor':'https://far.example/users/ann',"
            + "'object':'https://near.example/notes/1'}",
        "{'type':'Like','id':'https://far.example/l','actor':'https://near.example/users/bob',"
            + "'object':'https://near.example/notes/1'}",
        "{'type':'Create','id':'https://near.example/c','actor':'https://near.example/users/bob',"
            + "'published':'2026-01-01T00:00:00Z','object':{'type':'Note','content':'x',"
            + "'id':'https://far.example/notes/1','attributedTo':'https://near.example/users/bob'}}",
        "{'type':'Create','id':'https://near.example/c','actor':'https://near.example/users/bob',"
            + "'object':{'type':'Person','id':'https://far.example/users/ann','name':'Eve'}}",
        "{'type':'Person','id':'https://far.example/users/ann','name':'Eve'}",
        "{'type':'Tombstone','id':'https://far.example/notes/1','deleted':'2026-01-01T00:00:00Z'}"
      })
  void anActivityOfAnActorOfAnotherServerIsRefused(String document) {
    refused(BOB, document);
  }

  @Test
  void aGroupAnnouncesAnActivityThatTheMembersServerConfirms() {
    refused(GROUP, announced(CREATE));

    documents.put("https://far.example/creates/1", CREATE);
    Activity announced = activity(GROUP, announced(CREATE.replace("Frogs", "Forged")));

    assertThat(announced.getKind()).isEqualTo("create");
    assertThat(announced.getActor()).isEqualTo("fediverse:ann@far.example");
    assertThat(announced.getText()).isEqualTo("Frogs");
  }

  @Test
  void aCollectionOfForeignDocumentsCausesAtMostTenRequests() {
    String items =
        IntStream.range(0, 30)
            .mapToObj(i -> NOTE.replace("/notes/1", "/notes/" + i))
            .collect(Collectors.joining(","));
    var check = new OriginCheck(BOB, documents);

    TestDocuments.arrived("{'type':'Collection','items':[" + items + "]}", check);

    assertThat(documents.read).hasSize(10);
  }

  @Test
  void aGroupAnnouncesActivitiesOfMembersOfItsOwnServer() {
    String like =
        "{'type':'Like','id':'https://town.example/l/1','actor':'https://town.example/u/cy',"
            + "'object':'https://far.example/notes/1'}";
    String delete =
        "{'type':'Delete','id':'https://town.example/d/1','actor':'https://town.example/u/cy',"
            + "'object':'https://town.example/post/1'}";

    assertThat(activity(GROUP, announced(like)).getActor())
        .isEqualTo("web:https://town.example/u/cy");
    assertThat(activity(GROUP, announced(delete)).getDeleted()).isTrue();
    assertThat(documents.read).isEmpty();
  }

  @Test
  void aBoostNeedsNothingButTheAddress() {
    String boost =
        "{'type':'Announce','id':'https://near.example/b','actor':'"
            + BOB
            + "','published':'2026-01-02T00:00:00Z','object':'https://far.example/notes/1'}";

    assertThat(activity(BOB, boost).getKind()).isEqualTo("announce");
    assertThat(documents.read).isEmpty();
  }

  @Test
  void anUndoByIdAndOneWithTheActivityAreTheSignersOwn() {
    String like = "https://near.example/users/bob/likes/1";
    String undo = "{'type':'Undo','id':'https://near.example/u','actor':'" + BOB + "','object':";

    Activity byId = activity(BOB, undo + "'" + like + "'}");
    Activity embedded =
        activity(
            BOB,
            undo
                + "{'type':'Like','id':'"
                + like
                + "','actor':'"
                + BOB
                + "','object':'https://far.example/notes/1'}}");

    assertThat(List.of(byId.getId(), embedded.getId())).containsOnly(like);
    assertThat(byId.getDeleted() && embedded.getDeleted()).isTrue();
  }

  @Test
  void anUndoMayHaveAnIdOfTheServerOfItsObject() {
    String undo =
        "{'type':'Undo','id':'https://far.example/users/ann/Undo_1','actor':'"
            + BOB
            + "','object':'"
            + ANN
            + "'}";

    assertThat(read(undo, new OriginCheck(BOB, documents))).isInstanceOf(ParseOutcome.Parsed.class);
    assertThat(documents.read).isEmpty();
  }

  @Test
  void aMoveHasTheDocumentsOfBothAccounts() {
    String moved = "https://new.example/users/ann";
    documents.put(ANN, "{'type':'Person','id':'%s','movedTo':'%s'}".formatted(ANN, moved));
    documents.put(moved, "{'type':'Person','id':'%s','alsoKnownAs':['%s']}".formatted(moved, ANN));
    var check = new OriginCheck(ANN, documents);

    read(
        "{'type':'Move','id':'https://far.example/m','actor':'%s','object':'%s','target':'%s'}"
            .formatted(ANN, ANN, moved),
        check);

    assertThat(check.related()).extracting(each -> each.path("id").asText()).contains(ANN, moved);
  }

  @Test
  void aMoveToAnAccountThatCannotBeReadIsNoEvidence() {
    var check = new OriginCheck(ANN, documents);

    read(
        "{'type':'Move','id':'https://far.example/m','actor':'%s','object':'%s','target':'%s'}"
            .formatted(ANN, ANN, "https://new.example/users/ann"),
        check);

    assertThat(check.related()).isEmpty();
  }

  @Test
  void nestedDocumentsAreReadUpToALimit() {
    for (int i = 0; i < 30; i++) {
      documents.put("https://s%d.example/a".formatted(i), chain(i));
    }

    refused(BOB, chain(0));
    assertThat(documents.read).hasSizeLessThanOrEqualTo(10);
  }

  /** An announcement that encloses one of the next server. */
  private static String chain(int from) {
    String next =
        "{'type':'Announce','id':'https://s%d.example/a','actor':'https://s%d.example/u'}"
            .formatted(from + 1, from + 1);
    return "{'type':'Announce','id':'https://s%d.example/a','actor':'https://s%d.example/u','object':%s}"
        .formatted(from, from, next);
  }
}
