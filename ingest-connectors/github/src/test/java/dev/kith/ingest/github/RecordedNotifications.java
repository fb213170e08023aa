package dev.kith.ingest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit.Stubbing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notifications about the issues of {@link RecordedRepository}, in the form GitHub documents. */
final class RecordedNotifications {
  private static final String LAST = "2026-03-06T10:00:00Z";
  private static final JsonNode CHECK = notification(1, "CheckSuite", "null", LAST);

  private RecordedNotifications() {}

  private static JsonNode notification(int id, String type, String subject, String time) {
    return RecordedRepository.json(
        "{'id':'%d','updated_at':'%s','subject':{'type':'%s','url':%s}}"
            .formatted(id, time, type, subject));
  }

  private static String url(String path) {
    return "'https://api.github.com/repos/town/code" + path + "'";
  }

  static void serve(Stubbing server) {
    var issue = notification(2, "Issue", url("/issues/1"), "2026-03-01T12:00:00Z");
    var pull = notification(3, "PullRequest", url("/pulls/2"), "2026-03-04T10:00:00Z");
    list(server, null, List.of(CHECK, pull, issue));
    list(server, LAST, List.of(CHECK));
    object(server, "", RecordedRepository.REPOSITORY);
    object(server, "/issues/1", RecordedRepository.ISSUE);
    object(
        server,
        "/issues/1/comments",
        RecordedRepository.array(List.of(RecordedRepository.COMMENT)));
    object(
        server,
        "/issues/comments/11/reactions",
        RecordedRepository.json(
            "[{'id':5,'node_id':'R5','content':'+1','created_at':'2026-03-01T13:00:00Z','user':%s}]"
                .formatted(RecordedRepository.user("ann"))));
    object(server, "/issues/2", RecordedRepository.PULL);
    object(server, "/pulls/2", RecordedRepository.MERGED_PULL);
    object(
        server, "/pulls/2/reviews", RecordedRepository.array(List.of(RecordedRepository.REVIEW)));
    object(server, "/issues/2/comments", RecordedRepository.array(List.of()));
    object(server, "/pulls/2/comments", RecordedRepository.array(List.of()));
  }

  private static void list(Stubbing server, @Nullable String since, List<JsonNode> found) {
    server.stubFor(
        get(urlPathEqualTo("/notifications"))
            .withQueryParam("since", since == null ? absent() : equalTo(since))
            .willReturn(okJson(RecordedRepository.array(found).toString())));
  }

  private static void object(Stubbing server, String path, JsonNode object) {
    server.stubFor(
        get(urlPathEqualTo("/repos/town/code" + path)).willReturn(okJson(object.toString())));
  }
}
