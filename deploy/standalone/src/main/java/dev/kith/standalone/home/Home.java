package dev.kith.standalone.home;

import dev.kith.embedded.process.PidFile;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder with all data, logs and settings, and with notes about what runs. */
public record Home(Path folder) {

  /** The named folder, or {@code KITH_HOME}, or {@code ~/.kith}. */
  public static Home of(@Nullable Path named) {
    String variable = System.getenv("KITH_HOME");
    Path folder =
        named != null
            ? named
            : variable != null && !variable.isBlank()
                ? Path.of(variable)
                : Path.of(System.getProperty("user.home"), ".kith");
    return new Home(folder.toAbsolutePath().normalize());
  }

  /** Creates the folder if it does not exist; only its owner can read it. */
  void create() {
    try {
      OwnerOnlyFiles.folder(folder);
    } catch (IOException failure) {
      throw unusable(failure);
    }
    if (!Files.isWritable(folder)) {
      throw unusable(null);
    }
  }

  /** Refuses a home that is not a folder, or that this user cannot read and write. */
  public Home requireUsable() {
    Path nearest = folder;
    while (nearest.getParent() != null && !Files.exists(nearest, LinkOption.NOFOLLOW_LINKS)) {
      nearest = nearest.getParent();
    }
    boolean usable =
        Files.isDirectory(nearest)
            && Files.isExecutable(nearest)
            && (!nearest.equals(folder) || (Files.isReadable(folder) && Files.isWritable(folder)));
    if (!usable) {
      throw unusable(null);
    }
    return this;
  }

  private CommandException unusable(@Nullable IOException cause) {
    return new CommandException(
        "--home %s: expected a folder that this user may write, found %s; give another one"
            .formatted(folder, found()),
        cause);
  }

  private String found() {
    try {
      if (!Files.exists(folder)) {
        return "one that cannot be made";
      }
      return (Files.isDirectory(folder) ? "one of the user " : "a file of the user ")
          + Files.getOwner(folder).getName();
    } catch (IOException | UnsupportedOperationException unknown) {
      return "one that cannot be looked at";
    }
  }

  /** The lock file; a launcher holds it while it uses the home. */
  Path lock() {
    return folder.resolve("lock");
  }

  /** The pid file of a background launcher that takes over the home from the first one. */
  PidFile successor() {
    return new PidFile(run().resolve("successor.pid"));
  }

  /** The file with the version that last used the home. */
  Path version() {
    return folder.resolve("version");
  }

  /** The configuration file of the user, {@code kith.yaml}. */
  public Path configuration() {
    return folder.resolve("kith.yaml");
  }

  /** The file with the source name of each input. */
  public Path sourceNames() {
    return folder.resolve("sources.json");
  }

  public Path settings() {
    return folder.resolve("settings.json");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  public Path run() {
    return folder.resolve("run");
  }

  /** The folder of the mailbox and the repository of the demonstration. */
  public Path demo() {
    return folder.resolve("demo");
  }

  public PidFile supervisor() {
    return new PidFile(run().resolve("kith.pid"));
  }

  public PidFile part(String name) {
    return new PidFile(run().resolve(name + ".pid"));
  }

  public void storeUrl(String url) throws IOException {
    Files.writeString(run().resolve("url"), url);
  }

  /** The port that the user requested. */
  public Optional<Integer> port() {
    try {
      Path file = run().resolve("api-port");
      return Files.exists(file)
          ? Optional.of(Integer.valueOf(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IOException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  /** Stores a requested port only; a port that was chosen automatically may differ next time. */
  public void storePort(ApiPort port) throws IOException {
    Path file = run().resolve("api-port");
    Files.createDirectories(run());
    if (port.requested()) {
      Files.writeString(file, Integer.toString(port.number()));
    } else {
      Files.deleteIfExists(file);
    }
  }

  /** The URL of the API, if the services run. */
  public Optional<String> url() {
    try {
      return supervisor().running().isEmpty()
          ? Optional.empty()
          : Optional.of(Files.readString(run().resolve("url")).strip());
    } catch (IOException notYet) {
      return Optional.empty();
    }
  }

  /** The token that the API requires, if it does; stored only while it runs. */
  public Optional<String> token() {
    try {
      return Files.exists(tokenFile())
          ? Optional.of(Files.readString(tokenFile()).strip())
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Stores the token for commands that call the API, or deletes it. */
  public void storeToken(Optional<String> token) throws IOException {
    Files.deleteIfExists(tokenFile());
    if (token.isPresent()) {
      OwnerOnlyFiles.create(tokenFile());
      Files.writeString(tokenFile(), token.get());
    }
  }

  private Path tokenFile() {
    return run().resolve("token");
  }

  public String requireUrl() {
    return url()
        .orElseThrow(
            () ->
                new CommandException(
                    "expected a running Kith in %s, found none; start it with: %s"
                        .formatted(folder, command("up"))));
  }

  /** The command line of a command for this home, with its path unless it is the default one. */
  public String command(String name) {
    return "deploy/kith " + name + (equals(of(null)) ? "" : " --home '" + folder + "'");
  }
}
