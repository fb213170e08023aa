package dev.kith.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.embedded.process.JvmCommand;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only one launcher at a time uses a home. */
class HomeLockTest {

  @TempDir Path folder;

  /** Takes the lock of a home, reports it, and keeps it until the process is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
      HomeLock lock = HomeLock.take(new Home(Path.of(args[0])));
      System.out.println("held");
      while (System.in.read() >= 0) {
        // Until the process that started it has ended.
      }
      lock.close();
    }
  }

  private Process holder() throws IOException {
    Process process =
        new ProcessBuilder(
                JvmCommand.java().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.inputReader().readLine()).isEqualTo("held");
    return process;
  }

  @Test
  void theSecondIsToldWhoHoldsItAndSinceWhen() throws Exception {
    Process first = holder();
    try {
      assertThatThrownBy(() -> HomeLock.take(new Home(folder)))
          .isInstanceOf(CommandException.class)
          .hasMessageContainingAll(
              "Kith already runs in " + folder,
              "process " + first.pid(),
              "since 20",
              "deploy/kith down --home '" + folder);
    } finally {
      first.destroyForcibly().waitFor();
    }
    HomeLock.take(new Home(folder)).close();
  }

  @Test
  void ofManyAtTheSameMomentOneGetsIt() throws Exception {
    List<Thread> launchers = new ArrayList<>();
    List<HomeLock> held = java.util.Collections.synchronizedList(new ArrayList<>());
    List<CommandException> refused = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 20; i++) {
      launchers.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      held.add(HomeLock.take(new Home(folder)));
                    } catch (CommandException refusal) {
                      refused.add(refusal);
                    }
                  }));
    }
    for (Thread launcher : launchers) {
      launcher.join();
    }

    assertThat(held).hasSize(1);
    assertThat(refused).hasSize(19);
    held.getFirst().close();
  }

  @Test
  void aHomeIsHandedOverToOneThatWaits() throws Exception {
    HomeLock first = HomeLock.take(new Home(folder));
    Thread later =
        Thread.ofPlatform()
            .start(() -> HomeLock.take(new Home(folder), Duration.ofSeconds(30)).close());

    first.close();
    later.join();

    HomeLock.take(new Home(folder)).close();
  }

  @Test
  void nobodyComesInBetweenWhileAHomeIsHandedOver() throws Exception {
    Home home = new Home(folder);
    Process successor = new ProcessBuilder("sleep", "60").start();
    HomeLock.take(home).handOver(home, successor.toHandle());

    assertThatThrownBy(() -> HomeLock.take(home)).isInstanceOf(CommandException.class);
    successor.destroyForcibly().waitFor();

    HomeLock.take(home).close();
    assertThat(home.successor().path()).doesNotExist();
  }

  @Test
  void aNewHomeIsForItsOwnerOnly() throws Exception {
    Path home = folder.resolve("below/home");

    HomeLock.take(new Home(home)).close();

    assertThat(permissions(home)).isEqualTo("rwx------");
    assertThat(permissions(home.resolve("lock"))).isEqualTo("rw-------");
  }

  @Test
  void whatWasOpenToOthersIsClosed() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path data = Files.createDirectories(home.resolve("data/git"));
    Path pack = Files.writeString(data.resolve("a.pack"), "x");
    Path script = Files.writeString(data.resolve("hook"), "x");
    Files.setPosixFilePermissions(pack, PosixFilePermissions.fromString("r--r--r--"));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));

    HomeLock.take(new Home(home)).close();

    assertThat(permissions(home)).isEqualTo("rwx------");
    assertThat(permissions(data)).isEqualTo("rwx------");
    assertThat(permissions(pack)).isEqualTo("r--------");
    assertThat(permissions(script)).isEqualTo("rwx------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "file/below", "file/far/below"})
  void aHomeThatCannotBeOneIsRefusedInOneLine(String where) throws Exception {
    Files.writeString(folder.resolve("file"), "x");
    Home home = new Home(folder.resolve(where));

    assertThatThrownBy(() -> HomeLock.take(home))
        .isInstanceOf(CommandException.class)
        .hasMessageContainingAll("--home " + home.folder(), "may write", "give another one");
    assertThatThrownBy(home::requireUsable).isInstanceOf(CommandException.class);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
