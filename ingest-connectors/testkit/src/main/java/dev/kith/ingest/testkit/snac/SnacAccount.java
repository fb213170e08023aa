package dev.kith.ingest.testkit.snac;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An account on a {@link SnacServer}, used through the server's own Mastodon API. */
public final class SnacAccount {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int SEE_OTHER = 303;
  private static final String SHOWN = "urn:ietf:wg:oauth:2.0:oob";

  private final SnacServer server;
  private final String name;
  private final String password;
  private final JsonNode program;
  private final String token;

  private SnacAccount(
      SnacServer server, String name, String password, JsonNode program, String token) {
    this.server = server;
    this.name = name;
    this.password = password;
    this.program = program;
    this.token = token;
  }

  static SnacAccount logIn(SnacServer server, String name, String password) throws Exception {
    var app =
        json(
            server,
            form("client_name", "test", "redirect_uris", SHOWN, "scopes", "read write follow"),
            "/api/v1/apps");
    String id = app.path("client_id").asText();
    var unknown = new SnacAccount(server, name, password, app, "");
    var token =
        json(
            server,
            form(
                "grant_type",
                "authorization_code",
                "code",
                unknown.authorize(id),
                "client_id",
                id,
                "client_secret",
                app.path("client_secret").asText(),
                "redirect_uri",
                SHOWN),
            "/oauth/token");
    return new SnacAccount(server, name, password, app, token.path("access_token").asText());
  }

  /** The same account with another token. */
  public SnacAccount logInAgain() throws Exception {
    return logIn(server, name, password);
  }

  /** Takes back the permission of the program with this token. */
  public void revokeToken() throws Exception {
    var response =
        post(
            server,
            "/oauth/revoke",
            form(
                "client_id",
                program.path("client_id").asText(),
                "client_secret",
                program.path("client_secret").asText(),
                "token",
                token),
            "");
    if (response.statusCode() != 200) {
      throw new IllegalStateException("expected snac to revoke a token, found " + response);
    }
  }

  private static JsonNode json(SnacServer server, String form, String path) throws Exception {
    return JSON.readTree(post(server, path, form, "").body());
  }

  /**
   * Does what a person does in the browser to let a program in: returns the code that the page
   * shows.
   *
   * @param client id of the program
   */
  public String authorize(String client) throws Exception {
    String answers = form("login", name, "passwd", password, "redir", SHOWN, "cid", client);
    return post(server, "/oauth/x-snac-login", answers, "").body().replaceFirst("&.*", "").strip();
  }

  /** Its address as others mention it: {@code ann@town.example}. */
  public String handle() {
    return name + "@" + server.host();
  }

  /** The address of its ActivityPub actor. */
  public URI actor() {
    return URI.create("http://" + server.host() + "/" + name);
  }

  /** A token of the API that may read and write. */
  public String token() {
    return token;
  }

  /**
   * Calls the API to change something.
   *
   * @param path such as {@code statuses}
   * @param fields of the form: name, value, name, value, …
   */
  public JsonNode post(String path, String... fields) throws Exception {
    return answer(post(server, "/api/v1/" + path, form(fields), token));
  }

  /** Calls the API to edit something. */
  public JsonNode put(String path, String... fields) throws Exception {
    return answer(
        send(request(server, "/api/v1/" + path, token).PUT(BodyPublishers.ofString(form(fields)))));
  }

  /**
   * Changes the profile, as the form of the page does.
   *
   * @param links shown as fields
   */
  public void describe(String displayName, String... links) throws Exception {
    List<String> form = new ArrayList<>(List.of("display_name", displayName));
    for (int i = 0; i < links.length; i++) {
      String field = "fields_attributes[" + i + "]";
      form.addAll(List.of(field + "[name]", "Link " + i, field + "[value]", links[i]));
    }
    answer(
        send(
            request(server, "/api/v1/accounts/update_credentials", token)
                .method("PATCH", BodyPublishers.ofString(form(form.toArray(String[]::new))))));
  }

  /**
   * Writes down what the server does after it has fetched a page and found that it links back
   * (rel=me). It fetches pages by https only, which no server of a test can have.
   */
  public void verify(String... links) throws Exception {
    var verified = JSON.createObjectNode();
    for (String link : links) {
      verified.put(link, Instant.now().getEpochSecond());
    }
    Files.writeString(server.userFolder(name).resolve("links.json"), verified.toString());
  }

  /** Deletes a status, on the page of the account: the API of snac has no way to. */
  public void deleteStatus(String uri) throws Exception {
    String login = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    var request =
        HttpRequest.newBuilder(server.address().resolve("/" + name + "/admin/action"))
            .header("Content-Type", FORM)
            .header("Authorization", "Basic " + login)
            .POST(
                BodyPublishers.ofString(
                    form("id", uri, "actor", actor().toString(), "action", "Delete")));
    int status = send(request).statusCode();
    if (status != SEE_OTHER) {
      throw new IllegalStateException("expected snac to delete " + uri + ", found " + status);
    }
  }

  /** Calls the API to read something. */
  public JsonNode get(String path) throws Exception {
    return answer(send(request(server, "/api/" + path, token).GET()));
  }

  /** Publishes a status; returns it. */
  public JsonNode say(String text, String... fields) throws Exception {
    List<String> all = new ArrayList<>(List.of("status", text));
    all.addAll(List.of(fields));
    return post("statuses", all.toArray(String[]::new));
  }

  /** Follows an account of any server; returns once the request is on its way. */
  public void follow(SnacAccount other) throws Exception {
    post("accounts/" + idOf(other) + "/follow");
  }

  /** Follows an account no longer. */
  public void unfollow(SnacAccount other) throws Exception {
    post("accounts/" + idOf(other) + "/unfollow");
  }

  private String idOf(SnacAccount other) throws Exception {
    String query = URLEncoder.encode("@" + other.handle(), UTF_8);
    var found = get("v2/search?resolve=true&type=accounts&q=" + query);
    return found.path("accounts").path(0).path("id").asText();
  }

  private static JsonNode answer(HttpResponse<String> response) throws Exception {
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "expected " + response.uri() + " to succeed, found " + response.statusCode());
    }
    return JSON.readTree(response.body());
  }

  private static HttpResponse<String> post(
      SnacServer server, String path, String form, String token) throws Exception {
    return send(request(server, path, token).POST(BodyPublishers.ofString(form)));
  }

  private static HttpRequest.Builder request(SnacServer server, String path, String token) {
    return HttpRequest.newBuilder(server.address().resolve(path))
        .header("Content-Type", FORM)
        .header("Authorization", "Bearer " + token);
  }

  /** snac closes connections without saying so: none is used twice, and no upgrade is offered. */
  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static String form(String... fields) {
    var form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(URLEncoder.encode(fields[i], UTF_8))
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], UTF_8));
    }
    return form.toString();
  }
}
