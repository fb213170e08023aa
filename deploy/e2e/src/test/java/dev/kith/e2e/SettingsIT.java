package dev.kith.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Settings reach the services, paths may contain any characters, and other users cannot read the
 * home.
 */
class SettingsIT {

  private static final String TOKEN = "a-token-of-the-api-0123";

  private static final String NOTE =
      """
      {"type": "Note", "id": "https://forum.example/posts/1", "attributedTo": "mailto:cy@example.org",
       "to": "mailto:ann@example.org", "published": "2026-03-04T05:06:07Z", "content": "Frogs are back"}
      """;

  private static final String MAILS =
      """
      From ann@example.org Thu Jan  1 00:00:00 2026
      From: Ann Lee <ann@example.org>
      To: Bob Ray <bob@example.org>
      Subject: hello
      Date: Thu, 1 Jan 2026 00:00:00 +0000
      Message-ID: <1@example.org>

      Hedges are growing

      """;

  private final HttpClient http = HttpClient.newHttpClient();

  private int answer(RunningKith kith, String path, String token, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(kith.url() + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/activity+json");
    if (!body.isEmpty()) {
      request.POST(BodyPublishers.ofString(body));
    }
    return http.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  @Test
  void whatIsSetInTheHomeReachesTheServices() throws Exception {
    Path home = TestHomes.empty("settings");
    Files.createDirectories(home);
    Path mails = Files.writeString(home.resolve("mails.mbox"), MAILS);
    Path token = Files.writeString(home.resolve("api-token"), TOKEN + "\n");
    Files.writeString(
        home.resolve("kith.yaml"),
        """
        kith.api.token-file: %s
        kith.sources.activitystreams.town.inbox-token: town-token
        kith.strength.kind-weights: {to: 1000}
        kith.strength.single-message-weight: 1
        """
            .formatted(token));

    try (RunningKith kith =
        RunningKith.up(home, "--mbox", mails.toString(), "--as", "ann@example.org")) {
      kith.awaitRead();

      assertThat(answer(kith, "/inbox/town", "town-token", NOTE)).isEqualTo(202);
      assertThat(answer(kith, "/inbox/town", "wrong", NOTE)).isEqualTo(401);
      assertThat(answer(kith, "/api/people", TOKEN, "")).isEqualTo(200);
      assertThat(answer(kith, "/api/people", "wrong", "")).isEqualTo(401);
      kith.awaitRest();
      // With the default weight, the strength of a single old mail would be close to 0.
      assertThat(LauncherCommand.run("search", "--home", home.toString(), "Bob").text())
          .containsPattern("Bob Ray +bob@example.org +[3-9][0-9]\\.[0-9]");
      assertThat(open(home)).isEmpty();
    }
    Files.delete(home.resolve("kith.yaml"));
  }

  /**
   * Returns the files that other users may access; the group of Elasticsearch may enter folders.
   */
  private static List<String> open(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(path -> !Files.isSymbolicLink(path))
          .map(SettingsIT::rights)
          .filter(rights -> !rights.matches("(...------|rwx--x---|rwxr-x---) .*"))
          .toList();
    }
  }

  private static String rights(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path)) + " " + path;
    } catch (IOException gone) {
      return "--------- " + path;
    }
  }

  /**
   * Runs a script, so that the characters reach Kith whatever the locale of this test is: a space,
   * é, 東 and an emoji in home and sources.
   */
  @Test
  void pathsMayHaveAnyLetters() throws Exception {
    String script =
        """
        set -e
        odd="$(printf 'x \\303\\251 \\346\\235\\261 \\360\\237\\230\\200')"
        base="$PWD/target/homes/letters $odd"
        "$1" reset --yes --home "$base" >/dev/null
        mkdir -p "$base sources"
        printf '%s' "$2" > "$base sources/$odd.mbox"
        "$1" up --detach --home "$base" --port 0 --as ann@example.org --mbox "$base sources/$odd.mbox"
        "$1" search --home "$base" hello
        "$1" down --home "$base"
        """;
    ProcessBuilder builder =
        new ProcessBuilder(
            "/bin/sh", "-c", script, "sh", Path.of("../kith").toRealPath().toString(), MAILS);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("KITH_NO_BUILD", "1");
    builder.environment().put("KITH_QUICK", "1");
    builder.environment().put("LC_ALL", "C");
    Process process = builder.redirectErrorStream(true).start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said).contains("Everything is read: 1 activities, 1 searchable", "Ann Lee");
    assertThat(process.waitFor()).isZero();
  }
}
