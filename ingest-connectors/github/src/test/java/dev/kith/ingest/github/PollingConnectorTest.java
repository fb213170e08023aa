package dev.kith.ingest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.rest.GithubApi;
import dev.kith.ingest.github.rest.PolledEvents;
import dev.kith.ingest.github.rest.PolledMembers;
import dev.kith.ingest.github.rest.PolledNotifications;
import dev.kith.ingest.github.rest.PolledSource;
import dev.kith.ingest.github.rest.PollingConnector;
import dev.kith.schemas.Profile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PollingConnectorTest {
  private static final String EVENTS = "/users/ann/received_events";
  private static final GithubServer TOWN = new GithubServer("town", "github.com");

  @RegisterExtension
  private static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.options().dynamicPort().gzipDisabled(true))
          .build();

  private Instant now = Instant.parse("2026-03-04T05:06:07Z");
  private final InstantSource clock = () -> now;

  private static GithubApi api() {
    return RecordedRepository.api(URI.create(SERVER.baseUrl()), "token-of-ann");
  }

  private PollingConnector polling(PolledSource source) {
    return new PollingConnector(TOWN, source, Duration.ofSeconds(60), clock);
  }

  /** A list with one event. */
  static String star(int id, String actor) {
    return "[%s]".formatted(event(id, "WatchEvent", "{'action':'started'}", actor));
  }

  private static String event(int id, String type, String payload) {
    return event(id, type, payload, "bob");
  }

  private static String event(int id, String type, String payload, String actor) {
    return RecordedRepository.json(
            "{'id':'%d','type':'%s','public':true,'created_at':'2026-03-0%dT00:00:00Z','payload':%s,"
                    .formatted(id, type, id, payload)
                + "'actor':{'login':'%s'},'repo':{'name':'ann/frogs'}}".formatted(actor))
        .toString();
  }

  private PollingConnector events() {
    return polling(new PolledEvents(TOWN, api(), "ann"));
  }

  @Test
  void eventsAreReadOldestFirstAndOnlyOnce() throws Exception {
    SERVER.stubFor(
        get(urlPathEqualTo(EVENTS))
            .willReturn(
                okJson(
                        "["
                            + event(3, "PullRequestEvent", "{'action':'opened','pull_request':{}}")
                            + ","
                            + event(2, "WatchEvent", "{'action':'started'}")
                            + "]")
                    .withHeader("ETag", "\"a\"")
                    .withHeader("Link", "<" + EVENTS + "2>; rel=\"next\"")));
    SERVER.stubFor(
        get(urlPathEqualTo(EVENTS + "2"))
            .willReturn(okJson("[" + event(1, "CreateEvent", "{}") + "]")));

    Page page = events().read(Cursor.START);

    assertThat(page.activities())
        .extracting("id")
        .containsExactly("https://github.com/ann/frogs#star:bob");
    assertThat(page.ignored())
        .containsEntry("create: no act of one person towards another", 1)
        .containsEntry("pull_request: the list holds only a part of it", 1);
    assertThat(page.next()).isEqualTo(new Cursor("3 \"a\""));
  }

  @Test
  void theServerSaysHowOftenItMayBeAsked() throws Exception {
    SERVER.stubFor(
        get(urlPathEqualTo(EVENTS))
            .withHeader("If-None-Match", equalTo("\"a\""))
            .willReturn(status(304).withHeader("X-Poll-Interval", "300")));
    Cursor cursor = new Cursor("3 \"a\"");
    PollingConnector connector = events();

    assertThat(connector.read(cursor).isEmptyAfter(cursor)).isTrue();
    now = now.plusSeconds(299);
    connector.read(cursor);
    assertThat(SERVER.getAllServeEvents()).hasSize(1);
    now = now.plusSeconds(2);
    connector.read(cursor);
    assertThat(SERVER.getAllServeEvents()).hasSize(2);
  }

  @Test
  void membersOfAnOrganisationHaveItInTheirProfile() throws Exception {
    SERVER.stubFor(
        get(urlPathEqualTo("/orgs/town/members"))
            .willReturn(
                okJson("[" + RecordedRepository.json(RecordedRepository.user("Ann")) + "]")
                    .withHeader("ETag", "\"m\"")));
    PollingConnector members = polling(new PolledMembers(TOWN, api(), "town"));

    Page page = members.read(Cursor.START);
    members.committed(page);

    Profile ann = page.profiles().getFirst();
    assertThat(ann.getAccount()).isEqualTo("github:ann");
    assertThat(ann.getOrganisation()).contains("town");
    assertThat(members.read(page.next()).isEmptyAfter(page.next())).isTrue();
  }

  @Test
  void theIssueOfANotificationIsReadWithItsComments() throws Exception {
    RecordedNotifications.serve(SERVER);
    PollingConnector connector = polling(new PolledNotifications(TOWN, api()));

    Page page = connector.read(Cursor.START);

    assertThat(page.activities())
        .extracting(activity -> activity.getActor() + " " + activity.getKind())
        .containsExactly(
            "github:ann issue",
            "github:bob issue-comment",
            "github:ann like",
            "github:bob pull-request",
            "github:cat pr-merged",
            "github:ann pr-review");
    assertThat(page.ignored())
        .containsExactly(entry("a notification of CheckSuite: it does not say who did what", 1));
    connector.committed(page);
    Page rest = connector.read(page.next());
    assertThat(rest.activities()).isEmpty();
    assertThat(connector.read(rest.next()).isEmptyAfter(rest.next())).isTrue();
  }
}
