package dev.kith.embedded.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The user as whom root starts Elasticsearch, because Elasticsearch refuses to run as root. */
public final class UnprivilegedUser {

  /** Numeric user id; unassigned on common systems. */
  private static final String ID = "21001";

  private UnprivilegedUser() {}

  public static Optional<UnprivilegedUser> whenRoot() {
    return isRoot() ? Optional.of(new UnprivilegedUser()) : Optional.empty();
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException notLinux) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  public List<String> command(List<String> command) {
    List<String> whole =
        new ArrayList<>(List.of("setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups"));
    whole.addAll(List.of("--inh-caps=-all", "--no-new-privs", "--"));
    whole.addAll(command);
    return whole;
  }

  public void own(Path folder) {
    run(List.of("chown", "-R", ID + ":" + ID, folder.toString()));
  }

  /**
   * Allows only this user to traverse folders of root; they stay unreadable. On a file system
   * without groups this has no effect, which {@link #enters} reports.
   */
  public void letThrough(List<Path> folders) {
    for (Path folder : folders) {
      if (succeeds(List.of("chgrp", ID, folder.toString()))) {
        run(List.of("chmod", "0710", folder.toString()));
      }
    }
  }

  /** Whether this user may traverse a folder and all its parents. */
  public boolean enters(Path folder) {
    return succeeds(command(List.of("test", "-x", folder.toString())));
  }

  /** Whether this user can pass through all folders above a file. */
  public boolean reads(Path path) {
    return succeeds(command(List.of("test", "-r", path.toString())));
  }

  private static void run(List<String> command) {
    if (!succeeds(command)) {
      throw new StackException(
          "cannot prepare Elasticsearch's folders: " + String.join(" ", command));
    }
  }

  private static boolean succeeds(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      throw new StackException(
          "expected the command "
              + command.get(0)
              + " (Debian package util-linux), found none; "
              + "install it or run as an ordinary user",
          missing);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
