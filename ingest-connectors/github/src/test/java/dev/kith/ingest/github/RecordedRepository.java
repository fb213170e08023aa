package dev.kith.ingest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.matching.ContentPattern;
import dev.kith.ingest.github.rest.GithubApi;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.Secret;
import dev.kith.ingest.testkit.http.LoopbackHttp;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The REST API of a small repository, in the form that GitHub documents, with made-up people. */
final class RecordedRepository {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PAGE = "https://github.com/town/code";
  private static final String API = "https://api.github.com/repos/town/code";

  static final JsonNode REPOSITORY =
      json(
          "{'full_name':'town/code','private':false,'owner':{'login':'town','type':'Organization'}}");
  static final JsonNode ISSUE =
      issue(1, "ann", "2026-03-01T10:00:00Z", "2026-03-01T10:00:00Z", "Frogs, @bob?", "");
  static final JsonNode PULL =
      issue(
          2,
          "bob",
          "2026-03-02T10:00:00Z",
          "2026-03-04T10:00:00Z",
          "A pond",
          ",'pull_request':{'merged_at':'2026-03-04T10:00:00Z'}");
  static final JsonNode MERGED_PULL =
      issue(
          2,
          "bob",
          "2026-03-02T10:00:00Z",
          "2026-03-04T10:00:00Z",
          "A pond",
          ",'merged_at':'2026-03-04T10:00:00Z','merged_by':" + user("cat"));
  static final JsonNode BUMP =
      issue(
          3,
          "bump[bot]",
          "2026-03-05T10:00:00Z",
          "2026-03-05T10:00:00Z",
          "Bump frogs",
          ",'pull_request':{}");
  static final JsonNode COMMENT =
      json(
          "{'id':11,'html_url':'%s/issues/1#issuecomment-11','issue_url':'%s/issues/1','user':%s,"
                  .formatted(PAGE, API, user("bob"))
              + "'created_at':'2026-03-01T11:00:00Z','updated_at':'2026-03-01T12:00:00Z',"
              + "'body':'> Frogs?\\n\\nAt the lake, @cat','reactions':{'total_count':1,'url':'"
              + API
              + "/issues/comments/11/reactions'}}");
  static final JsonNode REVIEW =
      json(
          "{'id':21,'html_url':'%s/pull/2#pullrequestreview-21','user':%s,"
                  .formatted(PAGE, user("ann"))
              + "'submitted_at':'2026-03-03T10:00:00Z','body':'Deep enough','state':'APPROVED'}");

  private RecordedRepository() {}

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String user(String login) {
    return "{'login':'%s','id':%d,'type':'%s','html_url':'https://github.com/%s'}"
        .formatted(
            login,
            Math.abs(login.hashCode() % 9999),
            login.endsWith("[bot]") ? "Bot" : "User",
            login);
  }

  private static JsonNode issue(
      int number, String user, String created, String updated, String body, String more) {
    boolean isPull = more.contains("pull") || more.contains("merged");
    return json(
        "{'id':%d,'number':%d,'html_url':'%s/%s/%d','title':'Frogs %d','user':%s,'created_at':'%s',"
                .formatted(
                    number,
                    number,
                    PAGE,
                    isPull ? "pull" : "issues",
                    number,
                    number,
                    user(user),
                    created)
            + "'updated_at':'%s','body':'%s','labels':[{'name':'Pond'}]%s}"
                .formatted(updated, body, more));
  }

  private static JsonNode reviewComment(int id, String user, String time, String more) {
    return json(
        "{'id':%d,'html_url':'%s/pull/2#discussion_r%d','pull_request_url':'%s/pulls/2','user':%s,"
                .formatted(id, PAGE, id, API, user(user))
            + "'created_at':'%s','updated_at':'%s','body':'Here'%s}".formatted(time, time, more));
  }

  static void serve(WireMockServer server) {
    discussions(server);
    object(server, "", REPOSITORY);
    list(server, "/issues", List.of(ISSUE, PULL, BUMP), "updated_at");
    object(server, "/issues/1", ISSUE);
    object(server, "/issues/2", PULL);
    object(server, "/pulls/2", MERGED_PULL);
    object(server, "/pulls/2/reviews", array(List.of(REVIEW)));
    object(server, "/pulls/3/reviews", array(List.of()));
    list(
        server,
        "/issues/comments",
        List.of(COMMENT, json("{'id':12,'issue_url':'','updated_at':'2026-03-02T10:00:00Z'}")),
        "updated_at");
    object(
        server,
        "/issues/comments/11/reactions",
        json(
            "[{'id':5,'node_id':'R5','content':'+1','created_at':'2026-03-01T13:00:00Z','user':%s}]"
                .formatted(user("ann"))));
    list(
        server,
        "/pulls/comments",
        List.of(
            reviewComment(31, "cat", "2026-03-03T11:00:00Z", ""),
            reviewComment(32, "bob", "2026-03-03T12:00:00Z", ",'in_reply_to_id':31")),
        "updated_at");
    object(
        server,
        "/releases",
        json(
            "[{'id':41,'html_url':'%s/releases/tag/1.0','author':%s,'tag_name':'1.0','body':'By @ann',"
                    .formatted(PAGE, user("cat"))
                + "'created_at':'2026-03-05T10:00:00Z','published_at':'2026-03-05T11:00:00Z'}]"));
    object(
        server,
        "/commits",
        array(
            List.of(
                commit("c3", "Cat", "2026-03-06T12:00:00Z", "null", user("web-flow")),
                commit("c1", "Ann Lee", "2026-03-06T11:00:00Z", user("Ann"), user("Ann")),
                commit("c2", "Bob", "2026-03-06T11:30:00Z", user("bob"), user("bob")))));
  }

  /** A commit whose author has an address of the same name; the users may be null. */
  private static JsonNode commit(
      String sha, String name, String time, String author, String committer) {
    String local = name.toLowerCase(Locale.ROOT).replace(' ', '.');
    String stated =
        "{'name':'%s','email':'%s@example.org','date':'%s'}".formatted(name, local, time);
    return json(
        "{'sha':'%s','commit':{'author':%s,'committer':%s,'message':'Dig'},'author':%s,'committer':%s}"
            .formatted(sha, stated, stated, author, committer));
  }

  /** An API of that server; no token if it is empty. */
  static GithubApi api(URI server, String token) {
    return api(LoopbackHttp.client(), server, token);
  }

  static GithubApi api(ConnectorHttpClient client, URI server, String token) {
    return new GithubApi(
        client,
        server,
        token.isEmpty()
            ? null
            : Credential.bearer(server, Secret.of("kith.sources.github.town.token", token, null)));
  }

  private static String author(String login, String type) {
    return "{'__typename':'%s','login':'%s','databaseId':7,'avatarUrl':'https://example.org/%s.png'}"
        .formatted(type, login, login);
  }

  /** A discussion, a comment or a reply, as GraphQL shows it. */
  private static String discussed(int id, String place, String author, String more) {
    return ("{'id':'D%d','databaseId':%d,'url':'%s/discussions/%s','body':'Frogs, @bob?','author':%s,"
            + "'createdAt':'2026-03-06T10:00:%dZ','updatedAt':'2026-03-06T11:00:00Z'%s}")
        .formatted(id, id, PAGE, place, author, id, more);
  }

  private static String nodes(String more, String... nodes) {
    return "{'pageInfo':{'hasNextPage':%s,'endCursor':'%s'},'nodes':[%s]}"
        .formatted(!more.isEmpty(), more, String.join(",", nodes));
  }

  private static void discussions(WireMockServer server) {
    String replies = nodes("", discussed(52, "5#discussioncomment-52", author("ann", "User"), ""));
    String comment =
        discussed(51, "5#discussioncomment-51", author("bob", "User"), ",'replies':" + replies);
    String further =
        discussed(53, "5#discussioncomment-53", author("helper", "Bot"), ",'replies':" + nodes(""));
    String first =
        discussed(
            50, "5", author("ann", "User"), ",'title':'Ponds','comments':" + nodes("c51", comment));
    String second = discussed(54, "6", "null", ",'title':'Lakes','comments':" + nodes(""));
    graphql(
        server,
        matchingJsonPath("$.variables[?(!@.after)]"),
        discussed(nodes("d54", first, second)));
    graphql(
        server,
        matchingJsonPath("$.variables.after", equalTo("d54")),
        discussed("{'pageInfo':{'endCursor':null},'nodes':[]}"));
    graphql(
        server,
        matchingJsonPath("$.variables.after", equalTo("c51")),
        "{'data':{'node':{'comments':%s}}}".formatted(nodes("", further)));
  }

  private static String discussed(String discussions) {
    return "{'data':{'repository':{'nameWithOwner':'town/code','isPrivate':false,'discussions':%s}}}"
        .formatted(discussions);
  }

  private static void graphql(WireMockServer server, ContentPattern<?> body, String answer) {
    server.stubFor(
        post("/graphql").withRequestBody(body).willReturn(okJson(json(answer).toString())));
  }

  private static void object(WireMockServer server, String path, JsonNode object) {
    server.stubFor(
        get(urlPathEqualTo("/repos/town/code" + path)).willReturn(okJson(object.toString())));
  }

  /** A list that, as GitHub's, begins at a time that is asked for. */
  private static void list(
      WireMockServer server, String path, List<JsonNode> items, String timeField) {
    server.stubFor(
        get(urlPathEqualTo("/repos/town/code" + path))
            .withQueryParam("since", absent())
            .willReturn(okJson(array(items).toString())));
    for (int i = 0; i < items.size(); i++) {
      String tag = "\"" + path.hashCode() + "-" + i + "\"";
      String since = items.get(i).path(timeField).asText();
      server.stubFor(
          get(urlPathEqualTo("/repos/town/code" + path))
              .withQueryParam("since", equalTo(since))
              .willReturn(
                  okJson(array(items.subList(i, items.size())).toString())
                      .withHeader("ETag", tag)));
      server.stubFor(
          get(urlPathEqualTo("/repos/town/code" + path))
              .withQueryParam("since", equalTo(since))
              .withHeader("If-None-Match", equalTo(tag))
              .willReturn(status(304)));
    }
  }

  static ArrayNode array(List<JsonNode> items) {
    return JSON.createArrayNode().addAll(items);
  }
}
