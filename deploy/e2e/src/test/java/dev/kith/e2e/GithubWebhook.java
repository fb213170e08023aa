package dev.kith.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A webhook of a repository, which posts signed payloads as GitHub documents them.
 *
 * @param url of the API of Kith
 * @param source to which it posts
 */
record GithubWebhook(String url, String source, String secret) {
  private static final String REPOSITORY =
      """
      "repository": {"full_name": "town/hedges", "private": false, "pushed_at": "2026-09-04T10:05:00Z",
        "owner": {"login": "town", "type": "Organization"}}
      """;

  /** Somebody pushes a commit whose author GitHub knows by the address. */
  void push(String login, String name, String address) throws Exception {
    post(
        "push",
        """
        {"ref": "refs/heads/main", "after": "%s", "commits": [{"message": "Plant a hedge",
          "author": {"name": "%s", "email": "%s", "username": "%s"}}], "sender": %s, %s}
        """
            .formatted(
                Integer.toHexString(login.hashCode()),
                name,
                address,
                login,
                user(login),
                REPOSITORY));
  }

  /** Somebody opens a pull request, and somebody else comments on it. */
  void pullRequest(String author, String commenter) throws Exception {
    String pull = pull(user(author));
    post(
        "pull_request",
        "{\"action\": \"opened\", \"pull_request\": %s, \"sender\": %s, %s}"
            .formatted(pull, user(author), REPOSITORY));
    post(
        "issue_comment",
        """
        {"action": "created", "issue": %s, "sender": %s, %s, "comment":
          {"id": 11, "html_url": "https://github.com/town/hedges/pull/7#issuecomment-11", "user": %s,
           "body": "Hornbeam keeps its leaves.", "created_at": "2026-09-04T11:00:00Z",
           "updated_at": "2026-09-04T11:00:00Z"}}
        """
            .formatted(pull, user(commenter), REPOSITORY, user(commenter)));
  }

  private static String pull(String author) {
    return """
    {"number": 7, "html_url": "https://github.com/town/hedges/pull/7", "title": "Plant a hedge", "user": %s,
     "body": "Of hornbeam.", "created_at": "2026-09-04T10:06:00Z", "updated_at": "2026-09-04T10:06:00Z"}
    """
        .formatted(author);
  }

  private static String user(String login) {
    return "{\"login\": \"%s\", \"id\": %d, \"type\": \"User\", \"html_url\": \"https://github.com/%s\"}"
        .formatted(login, login.length(), login);
  }

  private void post(String event, String payload)
      throws IOException, InterruptedException, GeneralSecurityException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/webhooks/github/" + source))
            .header("Content-Type", "application/json")
            .header("X-GitHub-Event", event)
            .header("X-Hub-Signature-256", "sha256=" + signature(payload))
            .POST(BodyPublishers.ofString(payload))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 202) {
        throw new IllegalStateException(
            event + ": expected 202, found " + answer.statusCode() + " " + answer.body());
      }
    }
  }

  private String signature(String payload) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(UTF_8)));
  }
}
