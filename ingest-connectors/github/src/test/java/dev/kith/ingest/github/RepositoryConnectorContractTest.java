package dev.kith.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.rest.GithubApi;
import dev.kith.ingest.github.rest.RepositoryConnector;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.HttpSettings;
import dev.kith.ingest.testkit.ConnectorContract;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RepositoryConnectorContractTest extends ConnectorContract {
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
    return connector(Duration.ofHours(1));
  }

  private static Connector connector(Duration poll) {
    var settings =
        new HttpSettings(
            null,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            0,
            Duration.ofMillis(10),
            1_000_000,
            3,
            List.of("localhost"),
            List.of("X-RateLimit-Remaining"),
            List.of("X-RateLimit-Reset"));
    var api = new GithubApi(new ConnectorHttpClient(settings), URI.create(SERVER.baseUrl()), null);
    return new RepositoryConnector(
        new GithubServer("town", "github.com"), api, "town/code", poll, InstantSource.system());
  }

  /** Each list is in the order of its last changes; the lists follow one another. */
  @Override
  protected Comparator<Activity> oldestFirst() {
    return Comparator.comparingInt(activity -> 0);
  }

  @Test
  void whoActsTowardsWhom() throws Exception {
    assertThat(read().activities())
        .extracting(RepositoryConnectorContractTest::told)
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
        activity.getTowards().stream().map(RepositoryConnectorContractTest::told).toList();
    return activity.getActor() + " " + activity.getKind() + " " + towards;
  }

  private static String told(Towards to) {
    return to.getAccount() + " " + to.getKind();
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

    assertThat(ReadThrough.of(connector(Duration.ofHours(1)), end).activities()).isEmpty();

    assertThat(SERVER.getAllServeEvents()).hasSize(4);
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
