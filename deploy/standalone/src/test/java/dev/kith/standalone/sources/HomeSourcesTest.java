package dev.kith.standalone.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.standalone.home.Home;
import dev.kith.standalone.input.Inputs;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeSourcesTest {
  private static final String COMMENTS = "# mine\nkith.api.as: ann@example.org # me\n\n# end\n";

  @TempDir private Path folder;
  private HomeSources sources = new HomeSources(new Home(Path.of("unset")), null, Map.of());

  @BeforeEach
  void writeSettings() throws IOException {
    Files.writeString(folder.resolve("kith.yaml"), COMMENTS);
    sources = new HomeSources(new Home(folder), null, Map.of());
  }

  private String settings() throws IOException {
    return Files.readString(folder.resolve("kith.yaml"));
  }

  private String addFeed() throws IOException {
    Path export = Files.writeString(folder.resolve("Frog pond.tsv"), "1\n");
    return sources.add("feedworld", null, Map.of("location", export.toString()));
  }

  @Test
  void anAddedSourceIsReadFromTheFileAndOtherLinesStay() throws Exception {
    String name = addFeed();

    assertThat(name).isEqualTo("feedworld-frog-pond-tsv");
    assertThat(settings()).startsWith(COMMENTS);
    assertThat(sources.toRead().settings())
        .containsEntry(
            "kith.sources.feedworld.feedworld-frog-pond-tsv.location",
            folder.resolve("Frog pond.tsv").toString());
  }

  @Test
  void aSourceStaysUntilItIsNotedThatItIsToBeForgotten() throws Exception {
    String name = addFeed();
    Files.createDirectories(folder.resolve("run"));
    Files.writeString(folder.resolve("run/forget"), "in the way of the folder");

    assertThatThrownBy(() -> sources.remove(name, true)).isInstanceOf(CommandException.class);

    assertThat(sources.find(name)).isPresent();
  }

  @Test
  void theRemovalOfASourceThatIsToBeForgottenIsFinishedAfterACrash() throws Exception {
    String name = addFeed();
    Files.createDirectories(folder.resolve("run/forget"));
    Files.createFile(folder.resolve("run/forget").resolve(name));

    sources.removeForgotten();

    assertThat(settings()).isEqualTo(COMMENTS);
    assertThat(sources.forgotten().names()).containsExactly(name);
  }

  @Test
  void aRemovedSourceLeavesTheFileAsItWas() throws Exception {
    String name = addFeed();

    sources.remove(name, false);

    assertThat(settings()).isEqualTo(COMMENTS);
    assertThat(sources.all()).isEmpty();
  }

  @Test
  void aSecondSourceOfTheSameNameGetsANumber() throws Exception {
    String first = addFeed();

    assertThat(addFeed()).isEqualTo(first + "-2");
  }

  @Test
  void aSourceIsNamedAfterWhatTellsItFromOthers() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("poll", "5s");
    settings.put("token", "t0ken");
    settings.put("server", "https://town.example");

    assertThat(sources.add("mastodon", null, settings)).isEqualTo("mastodon-town-example");
  }

  @Test
  void anUnknownKeyIsRefusedWithTheNearestOneAndAllOthers() {
    assertThatThrownBy(() -> sources.add("git", null, Map.of("locatoin", "/tmp")))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith(
            "locatoin: there is no such setting of git; the nearest one is location")
        .hasMessageContaining("fetch-every");
  }

  @Test
  void aMissingKeyIsRefusedAndNothingIsWritten() throws Exception {
    assertThatThrownBy(() -> sources.add("git", "code", Map.of("page-size", "7")))
        .isInstanceOf(CommandException.class)
        .hasMessage("location: expected a folder or an address, found nothing");
    assertThat(settings()).isEqualTo(COMMENTS);
  }

  @Test
  void anUnknownNetworkIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> sources.add("pigeons", null, Map.of("location", "/tmp")))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("network: expected one of ")
        .hasMessageContaining("feedworld, git, ")
        .hasMessageContaining("found pigeons");
  }

  @Test
  void aPasswordIsPutIntoAFileThatOnlyItsOwnerReads() throws Exception {
    sources.add(
        "mail",
        "inbox",
        Map.of("imap.host", "imap.example.org", "imap.user", "ann", "imap.password", "s3cret"));

    Path file = folder.resolve("secrets/inbox.imap.password");
    assertThat(file).hasContent("s3cret");
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    assertThat(settings()).doesNotContain("s3cret").contains("imap.password-file");
    assertThat(sources.require("inbox").settings().toString()).doesNotContain("s3cret");
  }

  @Test
  void theSecretOfAWebhookIsPutIntoAFileToo() throws Exception {
    sources.add("github", "hook", Map.of("webhook-secret", "s3cret"));

    assertThat(folder.resolve("secrets/hook.webhook-secret")).hasContent("s3cret");
    assertThat(settings()).doesNotContain("s3cret").contains("webhook-secret-file");
    assertThat(sources.require("hook").settings().toString()).doesNotContain("s3cret");
  }

  @Test
  void theKeysOfANetworkSayTypeDefaultAndWhetherTheyAreRequiredOrSecret() {
    assertThat(SourceSettings.networks()).contains("bluesky", "git", "mail", "mastodon");
    assertThat(SourceSettings.keys("mastodon"))
        .anyMatch(line -> line.matches("server +\\(required, address\\) .*"))
        .anyMatch(line -> line.matches("token +\\(secret, text\\) .*"))
        .anyMatch(line -> line.matches("poll +\\(duration, default 60s\\) .*"));
    assertThat(SourceSettings.keys("git"))
        .anyMatch(line -> line.matches("location +\\(required, text\\) .*"))
        .anyMatch(line -> line.matches("co-editing +\\(off or files or lines, default OFF\\) .*"));
    assertThat(SourceSettings.keys("bluesky"))
        .anyMatch(line -> line.matches("accounts +\\(required, list: a,b\\) .*"))
        .anyMatch(line -> line.matches("password +\\(secret, text\\) .*"));
  }

  @Test
  void whatCannotBeAddedIsRefusedBeforeALogin() throws Exception {
    assertThatThrownBy(
            () ->
                sources.check(
                    "mastodon",
                    "town",
                    Map.of("server", "https://town.example", "poll", "soon", "token", "later")))
        .isInstanceOf(CommandException.class)
        .hasMessage("poll: expected a duration such as 500ms, 30s or 2h, found \"soon\"");
    sources.check("mastodon", "town", Map.of("server", "https://town.example", "token", "later"));

    assertThat(settings()).isEqualTo(COMMENTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"town.example", "town.example:8080", "https://town.example/@ann", "a town"})
  void aWrongServerIsRefusedWithItsKeyWhatWasExpectedAndWhatWasFound(String server) {
    Map<String, String> settings = Map.of("server", server, "token", "t0ken");

    assertThatThrownBy(() -> sources.add("mastodon", "town", settings))
        .isInstanceOf(CommandException.class)
        .hasMessageMatching(
            "server: expected an address such as https://town.example, found .?%s.?"
                .formatted(server));
  }

  @Test
  void aWrongLocationIsRefusedByItsKey() {
    assertThatThrownBy(() -> sources.add("git", "code", Map.of("location", "/no/where")))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("location: ")
        .hasMessageContaining("/no/where");
  }

  private void addInbox(String name) {
    sources.add(
        "mail",
        name,
        Map.of("imap.host", "imap.example.org", "imap.user", "ann", "imap.password", "s3cret"));
  }

  @Test
  void aChangeOfOneSettingLeavesTheOthersAndNeedsTheNameOnly() throws Exception {
    addInbox("inbox");

    sources.set("inbox", Map.of("imap.user", "bob", "imap.password", "an0ther"));
    sources.set("inbox", Map.of("imap.port", "1143"));
    assertThat(sources.require("inbox").settings())
        .containsEntry("imap.host", "imap.example.org")
        .containsEntry("imap.user", "bob")
        .containsEntry("imap.port", "1143");
    sources.set("inbox", Map.of("imap.port", ""));

    assertThat(sources.require("inbox").settings()).doesNotContainKey("imap.port");
    assertThat(folder.resolve("secrets/inbox.imap.password")).hasContent("an0ther");
    assertThat(settings()).startsWith(COMMENTS).doesNotContain("an0ther");
  }

  @Test
  void aFileOfASecretTakesThePlaceOfTheSecretAndTheOtherWayRound() throws Exception {
    addInbox("inbox");
    Path own = Files.writeString(folder.resolve("own"), "0wn");

    sources.set("inbox", Map.of("imap.password-file", own.toString()));
    assertThat(settings()).contains("imap.password-file: ").contains(own.toString());
    assertThat(folder.resolve("secrets/inbox.imap.password")).doesNotExist();
    sources.set("inbox", Map.of("imap.password", "s3cret"));

    assertThat(settings()).doesNotContain(own.toString());
    assertThat(folder.resolve("secrets/inbox.imap.password")).hasContent("s3cret");
  }

  @Test
  void aRefusedChangeChangesNothingNorTheSecret() throws Exception {
    addInbox("inbox");
    String before = settings();

    assertThatThrownBy(
            () -> sources.set("inbox", Map.of("imap.password", "an0ther", "imap.port", "many")))
        .isInstanceOf(CommandException.class)
        .hasMessage("imap.port: expected a whole number, found \"many\"");

    assertThat(settings()).isEqualTo(before);
    assertThat(folder.resolve("secrets/inbox.imap.password")).hasContent("s3cret");
  }

  @Test
  void aNameThatIsNoneIsRefusedBeforeASecretIsWritten() {
    assertThatThrownBy(() -> addInbox("../inbox"))
        .isInstanceOf(CommandException.class)
        .hasMessage("name: expected lower-case letters, digits and hyphens, found ../inbox");
    assertThat(folder.resolve("inbox.imap.password")).doesNotExist();
  }

  @Test
  void theSecretOfASourceStaysWhenOneWithAShorterNameIsRemoved() {
    addInbox("inbox");
    addInbox("inbox-2");

    sources.remove("inbox", false);

    assertThat(folder.resolve("secrets/inbox-2.imap.password")).hasContent("s3cret");
  }

  @Test
  void aSecretGoesWithItsSource() {
    sources.add(
        "git", "code", Map.of("location", "https://example.org/code.git", "password", "s3cret"));
    assertThat(sources.toRead().settings())
        .containsEntry("kith.sources.git.code.password", "s3cret");

    sources.remove("code", false);

    assertThat(folder.resolve("secrets/code.password")).doesNotExist();
  }

  @Test
  void aPausedSourceIsNotReadUntilItIsResumed() throws Exception {
    String name = addFeed();

    sources.pause(name);
    sources.pause(name);
    assertThat(sources.toRead().paused()).containsExactly(name);
    sources.resume(name);

    assertThat(sources.toRead().paused()).isEmpty();
    assertThat(settings()).doesNotContain("paused");
  }

  @Test
  void aSourceGivenToUpIsListedAndCanBeRemoved() throws Exception {
    Path export = Files.writeString(folder.resolve("ann.tsv"), "1\n");
    new Inputs(Map.of("feedworld", List.of(export.toString())), List.of()).store(new Home(folder));
    HomeSource given = sources.all().getFirst();

    sources.remove(given.name(), false);

    assertThat(given.place()).isEqualTo("given to up");
    assertThat(sources.all()).isEmpty();
  }

  @Test
  void nestedKeysOfAPersonAreLeftToThatPerson() throws Exception {
    String nested = "kith:\n  sources:\n    git:\n      code: {location: /tmp}\n";
    Files.writeString(folder.resolve("kith.yaml"), nested);

    assertThatThrownBy(() -> sources.remove("code", false))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("change them by hand");
    assertThat(settings()).isEqualTo(nested);
  }

  @Test
  void forgettingIsNotedUntilItIsDoneAndTheNameIsNotGivenMeanwhile() throws Exception {
    String name = addFeed();
    Path mirror = Files.createDirectories(folder.resolve("data/feedworld/" + name + "-0a1b.git"));
    Path other = Files.createDirectories(folder.resolve("data/feedworld/" + name + "-bed.git"));

    sources.remove(name, true);
    assertThat(sources.forgotten().names()).containsExactly(name);
    assertThat(addFeed()).isEqualTo(name + "-2");
    sources.forgotten().finish(name, List.of(name + "-bed"));

    assertThat(sources.forgotten().names()).isEmpty();
    assertThat(mirror).doesNotExist();
    assertThat(other).exists();
  }
}
