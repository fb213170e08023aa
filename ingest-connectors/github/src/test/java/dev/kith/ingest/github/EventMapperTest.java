package dev.kith.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.github.mapping.EventMapper;
import dev.kith.ingest.github.mapping.GithubRepository;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.mapping.ItemMapper;
import dev.kith.ingest.github.mapping.Mapping;
import dev.kith.ingest.github.mapping.UnexpectedPayloadException;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import dev.kith.schemas.RevisionOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventMapperTest {
  private static final GithubServer SERVER = new GithubServer("town", "github.com");

  private final EventMapper mapper = new EventMapper(SERVER);
  private final ItemMapper items = new ItemMapper(SERVER);

  private Mapping map(String event, String action, String field, JsonNode item) throws Exception {
    ObjectNode payload = (ObjectNode) RecordedRepository.json("{'action':'" + action + "'}");
    payload.set("repository", RecordedRepository.REPOSITORY);
    payload.set("sender", RecordedRepository.json(RecordedRepository.user("cat")));
    payload.set(field.equals("comment") ? "issue" : "none", RecordedRepository.ISSUE);
    payload.set(field.equals("review") ? "pull_request" : "nothing", RecordedRepository.PULL);
    payload.set(field, item);
    return mapper.map(event, payload, Optional.empty());
  }

  @Test
  void theSameThingByWebhookAndByRestIsTheSameActivity() throws Exception {
    var repository = GithubRepository.of(RecordedRepository.REPOSITORY);

    assertThat(map("issues", "opened", "issue", RecordedRepository.ISSUE))
        .isEqualTo(items.topic(repository, RecordedRepository.ISSUE));
    assertThat(map("issue_comment", "created", "comment", RecordedRepository.COMMENT))
        .isEqualTo(items.comment(repository, RecordedRepository.COMMENT, RecordedRepository.ISSUE));
    assertThat(map("pull_request", "closed", "pull_request", RecordedRepository.MERGED_PULL))
        .isEqualTo(items.topic(repository, RecordedRepository.MERGED_PULL));
    assertThat(map("pull_request_review", "submitted", "review", RecordedRepository.REVIEW))
        .isEqualTo(
            items.review(
                repository, RecordedRepository.REVIEW, RecordedRepository.PULL, Optional.empty()));
  }

  @Test
  void aDeletionOutweighsTheCommentAndKeepsNothingOfIt() throws Exception {
    Activity comment =
        map("issue_comment", "edited", "comment", RecordedRepository.COMMENT)
            .activities()
            .getFirst();
    Activity deletion =
        map("issue_comment", "deleted", "comment", RecordedRepository.COMMENT)
            .activities()
            .getFirst();

    assertThat(deletion.getId()).isEqualTo(comment.getId());
    assertThat(RevisionOrder.order(deletion)).isGreaterThan(RevisionOrder.order(comment));
    assertThat(deletion.getText() + deletion.getQuoted() + deletion.getTowards()).isEqualTo("[]");
    assertThat(deletion.getOriginal().remaining()).isZero();
  }

  @Test
  void quotedWordsAreTheirAuthors() throws Exception {
    Activity comment =
        map("issue_comment", "created", "comment", RecordedRepository.COMMENT)
            .activities()
            .getFirst();

    assertThat(comment.getText()).isEqualTo("At the lake, @cat");
    assertThat(comment.getQuoted()).isEqualTo("Frogs?");
  }

  @Test
  void mentionsInCodeAddressesAndTeamsAreNone() throws Exception {
    ObjectNode issue = RecordedRepository.ISSUE.deepCopy();
    issue.put(
        "body",
        """
        `@override` me@example.org @town/council @babel/core @Bob, (@cat-le-chat).
        ```
        @x
        ```
        <!-- @y -->
        """);

    assertThat(map("issues", "opened", "issue", issue).activities().getFirst().getTowards())
        .extracting("account")
        .containsExactly("github:bob", "github:cat-le-chat");
  }

  @Test
  void anAssignmentIsDirectedAtTheAssignee() throws Exception {
    ObjectNode payload = (ObjectNode) RecordedRepository.json("{'action':'assigned'}");
    payload.set("repository", RecordedRepository.REPOSITORY);
    payload.set("issue", RecordedRepository.ISSUE);
    payload.set("sender", RecordedRepository.json(RecordedRepository.user("cat")));
    payload.set("assignee", RecordedRepository.json(RecordedRepository.user("bob")));

    Activity assignment = mapper.map("issues", payload, Optional.empty()).activities().getLast();

    assertThat(assignment.getActor()).isEqualTo("github:cat");
    assertThat(assignment.getTowards()).extracting("account").containsExactly("github:bob");
  }

  @Test
  void aPushTellsWhoStandsBehindTheAuthorsOfItsCommits() throws Exception {
    JsonNode push =
        RecordedRepository.json(
            "{'after':'abc','commits':[{'message':'Pond\\n"
                + "\\n"
                + "Co-authored-by: Cat <7+cat@users.noreply.github.com>','author':{'name':'Ann"
                + " Lee','email':'Ann@example.org','username':'ann'}}],"
                + "'repository':{'full_name':'town/code','pushed_at':1772600767},"
                + "'sender':{'login':'ann','id':9,'type':'User'}}");

    Mapping mapping = mapper.map("push", push, Optional.empty());

    assertThat(mapping.activities().getFirst().getTowards())
        .extracting("account", "kind")
        .containsExactly(tuple("github:cat", "co-authored"));
    assertThat(mapping.profiles())
        .filteredOn(profile -> profile.getAccount().startsWith("git:"))
        .extracting("account", "links")
        .containsExactly(
            tuple("git:Ann Lee <ann@example.org>", List.of(new Link("github:ann", true))),
            tuple(
                "git:Cat <7+cat@users.noreply.github.com>", List.of(new Link("github:cat", true))));
    assertThat(mapping.profiles().getFirst().getEmails())
        .containsExactly("9+ann@users.noreply.github.com", "ann@users.noreply.github.com");
  }

  /** A commit states name and address itself, and its time does not count. */
  @Test
  void whatGithubKnowsOfAnAuthorOutweighsWhatTheCommitStates() throws Exception {
    JsonNode push =
        RecordedRepository.json(
            "{'after':'abc','commits':[{'message':'Pond','author':"
                + "{'name':'Ann Lee','email':'ann@example.org','username':'ann'}}],"
                + "'repository':{'full_name':'town/code','pushed_at':1772600767},"
                + "'sender':{'login':'bob','id':9,'type':'User'}}");
    Profile stated =
        Profile.newBuilder()
            .setAccount("git:Ann Lee <ann@example.org>")
            .setNetwork("git")
            .setSource("clone")
            .setSeen(Instant.parse("2026-03-04T05:06:07Z"))
            .setRevision(0)
            .setAsserted(Asserted.SELF)
            .setNames(List.of("Ann Lee"))
            .setEmails(List.of("ann@example.org"))
            .setContexts(List.of("town/code"))
            .build();

    assertThat(mapper.map("push", push, Optional.empty()).profiles())
        .filteredOn(profile -> profile.getAccount().equals(stated.getAccount()))
        .singleElement()
        .satisfies(
            known -> {
              assertThat(RevisionOrder.order(known)).isGreaterThan(RevisionOrder.order(stated));
              assertThat(known.getNetwork()).isEqualTo(stated.getNetwork());
            });
  }

  @Test
  void aDeletedAccountIsNobody() throws Exception {
    ObjectNode issue = RecordedRepository.ISSUE.deepCopy();
    issue.putNull("user");

    Mapping mapping = map("issues", "opened", "issue", issue);

    assertThat(mapping.activities().getFirst().getActor()).isEqualTo("github:ghost");
    assertThat(mapping.profiles().getFirst().getKind()).isEqualTo(AccountKind.ROLE);
  }

  @Test
  void aPayloadWithoutItsObjectIsUnexpected() {
    assertThatThrownBy(() -> map("issues", "opened", "x", RecordedRepository.ISSUE))
        .isInstanceOf(UnexpectedPayloadException.class)
        .hasMessage("expected an object in issue, found none");
  }

  @Test
  void anEventThatNobodyDoesTowardsAnybodyHasAReason() throws Exception {
    assertThat(map("workflow_run", "completed", "x", RecordedRepository.ISSUE).reason())
        .isEqualTo("workflow_run: no act of one person towards another");
  }
}
