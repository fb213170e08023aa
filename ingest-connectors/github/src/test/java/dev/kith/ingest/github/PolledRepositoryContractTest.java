package dev.kith.ingest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.rest.GithubApi;
import dev.kith.ingest.github.rest.PolledRepository;
import dev.kith.ingest.github.rest.PollingConnector;
import dev.kith.ingest.testkit.ConnectorContract;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PolledRepositoryContractTest extends ConnectorContract {
  private static final GithubServer TOWN = new GithubServer("town", "github.com");
  private static final WireMockServer SERVER =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().gzipDisabled(true));

  @BeforeAll
  static void serve() {
    SERVER.start();
    RecordedRepository.serve(SERVER);
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @Override
  protected Connector connector() {
    return connector(Duration.ofHours(1), "");
  }

  private static Connector connector(Duration poll, String token) {
    GithubApi api = RecordedRepository.api(URI.create(SERVER.baseUrl()), token);
    return new PollingConnector(
        TOWN, new PolledRepository(TOWN, api, "town/code", true), poll, InstantSource.system());
  }

  /** GitHub knows which account of git belongs to a login. */
  @Override
  protected Set<String> accountNetworks() {
    return Set.of("git", "github");
  }

  /** Each list is in the order of its last changes; the lists follow one another. */
  @Override
  protected Comparator<Activity> oldestFirst() {
    return Comparator.comparingInt(activity -> 0);
  }

  @Test
  void whoActsTowardsWhom() throws Exception {
    assertThat(read().activities())
        .extracting(PolledRepositoryContractTest::told)
        .containsExactly(
            "github:ann issue [github:bob mention]",
            "github:bob pull-request []",
            "github:cat pr-merged [github:bob pr-merged]",
            "github:ann pr-review [github:bob pr-review]",
            "github:bump[bot] pull-request []",
            "github:bob issue-comment [github:ann issue-comment, github:cat mention]",
            "github:ann like [github:bob like]",
            "github:cat pr-comment [github:bob pr-comment]",
            "github:bob pr-comment []",
            "github:cat release [github:ann mention]");
  }

  private static String told(Activity activity) {
    List<String> towards =
        activity.getTowards().stream().map(PolledRepositoryContractTest::told).toList();
    return activity.getActor() + " " + activity.getKind() + " " + towards;
  }

  private static String told(Towards to) {
    return to.getAccount() + " " + to.getKind();
  }

  @Test
  void discussionsAreReadWithAToken() throws Exception {
    Connector connector = connector(Duration.ofHours(1), "token-of-ann");

    assertThat(ReadThrough.of(connector, Cursor.START).activities())
        .filteredOn(activity -> activity.getThread().orElse("").contains("/discussions/"))
        .extracting(PolledRepositoryContractTest::told)
        .containsExactly(
            "github:ann discussion [github:bob mention]",
            "github:bob issue-comment [github:ann issue-comment]",
            "github:ann issue-comment [github:bob mention]",
            "github:helper[bot] issue-comment [github:ann issue-comment, github:bob mention]",
            "github:ghost discussion [github:bob mention]");
    assertThat(connector.limitations()).noneMatch(limitation -> limitation.contains("token"));
    assertThat(connector().limitations()).anyMatch(limitation -> limitation.contains("token"));
  }

  @Test
  void aReplyInADiscussionNamesTheCommentThatItAnswers() throws Exception {
    var read = ReadThrough.of(connector(Duration.ofHours(1), "token-of-ann"), Cursor.START);

    assertThat(read.activities())
        .filteredOn(activity -> activity.getId().endsWith("#discussioncomment-52"))
        .extracting(activity -> activity.getInReplyTo().orElseThrow())
        .containsExactly("https://github.com/town/code/discussions/5#discussioncomment-51");
  }

  @Test
  void aTokenThatMayNotReadDiscussionsNeedsAPerson() {
    WireMockServer strict =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().gzipDisabled(true));
    strict.start();
    try {
      RecordedRepository.serve(strict);
      strict.stubFor(
          post("/graphql")
              .willReturn(okJson("{\"errors\":[{\"type\":\"FORBIDDEN\",\"message\":\"no\"}]}")));
      var polled =
          new PolledRepository(
              TOWN, RecordedRepository.api(URI.create(strict.baseUrl()), "t"), "town/code", true);
      var connector =
          new PollingConnector(TOWN, polled, Duration.ofHours(1), InstantSource.system());

      assertThatThrownBy(() -> ReadThrough.of(connector, Cursor.START))
          .isInstanceOf(SourceException.Refused.class)
          .hasMessage(
              "discussions of town/code: expected an answer, found FORBIDDEN; give the token read"
                  + " access to them, or set discussions to false");
    } finally {
      strict.stop();
    }
  }

  @Test
  void theAuthorOfACommitIsTheOwnerOfTheLoginThatGitHubKnows() throws Exception {
    assertThat(read().profiles())
        .filteredOn(profile -> profile.getNetwork().equals("git"))
        .extracting(profile -> profile.getAccount() + " " + profile.getLinks().getFirst().getUrl())
        .containsExactlyInAnyOrder(
            "git:Ann Lee <ann.lee@example.org> github:ann", "git:Bob <bob@example.org> github:bob");
  }

  @Test
  void commitsInAnyOrderAreReadOnce() throws Exception {
    Cursor end = read().end();

    assertThat(ReadThrough.of(connector(), end).end()).isEqualTo(end);
  }

  @Test
  void aRepositoryWithoutCommitsIsNoError() throws Exception {
    WireMockServer empty =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().gzipDisabled(true));
    empty.start();
    try {
      RecordedRepository.serve(empty);
      empty.stubFor(get(urlPathEqualTo("/repos/town/code/commits")).willReturn(status(409)));
      var polled =
          new PolledRepository(
              TOWN, RecordedRepository.api(URI.create(empty.baseUrl()), ""), "town/code", true);

      assertThat(
              ReadThrough.of(
                      new PollingConnector(
                          TOWN, polled, Duration.ofHours(1), InstantSource.system()),
                      Cursor.START)
                  .activities())
          .isNotEmpty();
    } finally {
      empty.stop();
    }
  }

  @Test
  void aMachineIsMarked() throws Exception {
    assertThat(read().activities())
        .filteredOn(Activity::getAutomated)
        .extracting(Activity::getActor)
        .containsExactly("github:bump[bot]");
  }

  @Test
  void anAnswerNamesTheCommentThatItAnswers() throws Exception {
    assertThat(read().activities())
        .filteredOn(activity -> activity.getInReplyTo().isPresent())
        .extracting(activity -> activity.getInReplyTo().orElseThrow())
        .containsExactly("https://github.com/town/code/pull/2#discussion_r31");
  }

  @Test
  void aCommentWithoutAPageIsSetAside() throws Exception {
    assertThat(read().unreadable())
        .extracting("reason")
        .containsExactly("issue comments: expected a text in html_url, found none");
  }

  @Test
  void unchangedListsCostAConditionalRequestEach() throws Exception {
    Cursor end = read().end();
    SERVER.resetRequests();

    assertThat(ReadThrough.of(connector(), end).activities()).isEmpty();

    assertThat(SERVER.getAllServeEvents()).hasSize(5);
    assertThat(SERVER.getAllServeEvents())
        .filteredOn(event -> event.getResponse().getStatus() == 304)
        .hasSize(3);
  }

  @Test
  void aRestingSourceIsNotRequestedBeforeItsTime() throws Exception {
    Connector connector = open();
    Cursor end = ReadThrough.of(connector, Cursor.START).end();
    SERVER.resetRequests();

    connector.read(end);

    assertThat(SERVER.getAllServeEvents()).isEmpty();
  }
}
