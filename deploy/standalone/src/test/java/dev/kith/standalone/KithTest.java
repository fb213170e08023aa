package dev.kith.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.standalone.home.ApiPort;
import dev.kith.standalone.home.Home;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake is reported in one line with an exit code, before anything is started. */
class KithTest {

  @TempDir Path home;

  private final StringWriter errors = new StringWriter();

  private int kith(String... arguments) {
    return Kith.commandLine().setErr(new PrintWriter(errors)).execute(arguments);
  }

  private void saysInOneLine(String... words) {
    assertThat(errors.toString()).startsWith("kith: ").contains(words);
    assertThat(errors.toString().strip()).doesNotContain("\n");
  }

  @Test
  void aRepositoryThatIsNone() {
    int code = kith("up", "--home", home.toString(), "--git", home.toString());

    assertThat(code).isEqualTo(1);
    saysInOneLine("expected a git repository");
  }

  @Test
  void anArchiveThatIsNone() throws Exception {
    Path file = Files.writeString(home.resolve("letter.doc"), "Dear Ann");

    int code = kith("up", "--home", home.toString(), "--mbox", file.toString());

    assertThat(code).isEqualTo(1);
    saysInOneLine("expected an mbox file");
  }

  @Test
  void aPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int code =
          kith("up", "--home", home.toString(), "--port", String.valueOf(taken.getLocalPort()));

      assertThat(code).isEqualTo(1);
      saysInOneLine("expected a free port", "found it taken");
    }
  }

  @Test
  void aQuestionWhileNothingRuns() {
    int code = kith("search", "--home", home.toString(), "kafka");

    assertThat(code).isEqualTo(1);
    saysInOneLine("expected a running Kith", "deploy/kith up");
  }

  @Test
  void aHomeThatIsInUse() throws Exception {
    new Home(home).supervisor().write(ProcessHandle.current());

    int code = kith("up", "--home", home.toString());

    assertThat(code).isEqualTo(1);
    saysInOneLine("Kith already runs in " + home, "deploy/kith down");
  }

  @Test
  void deletingWithoutSomebodyToAsk() throws Exception {
    Files.createDirectories(home.resolve("run"));
    Path kept = Files.createFile(Files.createDirectories(home.resolve("data")).resolve("kept"));

    int code = kith("reset", "--home", home.toString());

    assertThat(code).isEqualTo(1);
    saysInOneLine("--yes");
    assertThat(kept).exists();
  }

  @Test
  void aFolderFullOfOtherThingsIsNotDeleted() throws Exception {
    Path other = Files.createFile(home.resolve("letters.txt"));
    Files.createDirectories(home.resolve("run"));

    int code = kith("reset", "--yes", "--home", home.toString());

    assertThat(code).isZero();
    assertThat(other).exists();
    assertThat(home.resolve("run")).doesNotExist();
  }

  @Test
  void everyCommandOfTheReadmeIsThere() {
    assertThat(Kith.commandLine().getSubcommands().keySet())
        .containsExactlyInAnyOrder(
            "up",
            "source",
            "down",
            "status",
            "search",
            "suggestions",
            "same",
            "different",
            "separate",
            "decide",
            "url",
            "unreadable",
            "reindex",
            "reset",
            "resolve",
            "strength");
  }

  @Test
  void ofThreeAccountsNothingIsDecided() {
    int code = kith("same", "--home", home.toString(), "a@example.org", "b@example.org", "c");

    assertThat(code).isEqualTo(2);
    assertThat(errors.toString()).contains("'c'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "reset", "down", "status", "search x", "url", "reindex"})
  void aHomeThatCannotBeOne(String command) throws Exception {
    Path file = Files.writeString(home.resolve("file"), "x");
    String[] words = (command + " --home " + file.resolve("below")).split(" ");

    assertThat(kith(words)).isEqualTo(1);

    saysInOneLine("--home " + file.resolve("below"), "may write", "give another one");
  }

  @Test
  void aFileOfDecisionsThatIsNotThere() {
    int code = kith("decide", "--home", home.toString(), home.resolve("gone.csv").toString());

    assertThat(code).isEqualTo(1);
    saysInOneLine("decide", "gone.csv", "found nothing there");
  }

  @Test
  void aPortThatWasAskedForIsRemembered() throws Exception {
    Home kept = new Home(home);

    kept.storePort(new ApiPort(8123, true, ApiPort.LOOPBACK));
    assertThat(kept.port()).contains(8123);
    kept.storePort(new ApiPort(8080, false, ApiPort.LOOPBACK));
    assertThat(kept.port()).isEmpty();
  }

  @Test
  void statusOfWhatDoesNotRunIsItsOwnCode() {
    assertThat(kith("status", "--home", home.toString())).isEqualTo(3);
  }
}
