package dev.kith.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real WordPress, as Debian packages it, with a MariaDB and a PHP server of its own. It is
 * changed by its own functions.
 */
final class WordPress implements AutoCloseable {
  private static final Path PACKAGE = Path.of("/usr/share/wordpress");
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final Path folder;
  private final Path site;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  private WordPress(Path folder, int port) throws IOException {
    this.folder = folder;
    this.site = Files.createDirectories(folder.resolve("site"));
    this.port = port;
  }

  /** Whether the packages are installed. */
  static boolean isInstalled() {
    return Files.exists(PACKAGE.resolve("wp-settings.php"))
        && Files.exists(PACKAGE.resolve("wp-content/themes/twentytwentythree"))
        && Stream.of("/usr/bin/php", "/usr/sbin/mariadbd", "/usr/bin/mariadb-install-db")
            .map(Path::of)
            .allMatch(Files::isExecutable);
  }

  /** A new site without posts. */
  static WordPress start(Path folder) throws IOException, InterruptedException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var wordpress = new WordPress(folder, port);
    try {
      wordpress.startDatabase();
      wordpress.install();
      wordpress.startServer();
      return wordpress;
    } catch (IOException | InterruptedException | RuntimeException e) {
      wordpress.close();
      throw e;
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Runs code in WordPress; returns the id it returns. */
  int run(String php) throws IOException, InterruptedException {
    String result = execute("php", script("run.php").toString(), site.toString(), php);
    try {
      return Integer.parseInt(result.strip());
    } catch (NumberFormatException failed) {
      throw new IOException("expected an id from WordPress, found: " + result, failed);
    }
  }

  private void startDatabase() throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    execute(
        "mariadb-install-db",
        "--no-defaults",
        "--datadir=" + data,
        "--auth-root-authentication-method=normal",
        "--skip-test-db",
        user());
    Path socket = folder.resolve("socket");
    Path setup = folder.resolve("setup.sql");
    Files.writeString(setup, "CREATE DATABASE IF NOT EXISTS wordpress;\n");
    start(
        "/usr/sbin/mariadbd",
        "--no-defaults",
        "--datadir=" + data,
        "--socket=" + socket,
        "--pid-file=" + folder.resolve("pid"),
        "--init-file=" + setup,
        "--skip-networking",
        "--innodb-flush-log-at-trx-commit=0",
        user());
    await("a database", () -> Files.exists(socket));
  }

  private static String user() {
    return "--user=" + System.getProperty("user.name");
  }

  /** The files of the top level find others beside themselves, so they are copied. */
  private void install() throws IOException, InterruptedException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(PACKAGE, "*.php")) {
      for (Path file : files) {
        Files.copy(file, site.resolve(Objects.requireNonNull(file.getFileName())));
      }
    }
    for (String part : List.of("wp-includes", "wp-admin", "wp-content")) {
      Files.createSymbolicLink(site.resolve(part), PACKAGE.resolve(part));
    }
    Files.deleteIfExists(site.resolve("wp-config.php"));
    Files.copy(script("wp-config.php"), site.resolve("wp-config.php"));
    execute("php", script("install.php").toString(), site.toString(), address().toString());
  }

  private void startServer() throws IOException, InterruptedException {
    start("php", "-S", "127.0.0.1:" + port, "-t", site.toString());
    await(
        "a web server",
        () -> {
          try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return connection.isConnected();
          } catch (IOException notYet) {
            return false;
          }
        });
  }

  private Path script(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream script =
        Objects.requireNonNull(WordPress.class.getResourceAsStream("wordpress/" + name))) {
      Files.write(file, script.readAllBytes());
    }
    return file;
  }

  private void start(String... command) throws IOException {
    Path log = folder.resolve("log-" + processes.size());
    processes.add(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
  }

  private static String execute(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("expected " + command[0] + " to succeed, found: " + output);
    }
    return output;
  }

  /** Something that is true some time after a start. */
  private interface Condition {
    boolean isTrue() throws IOException;
  }

  private void await(String what, Condition condition) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LONGEST_START);
    while (!condition.isTrue()) {
      Process last = processes.getLast();
      if (Instant.now().isAfter(end) || last.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IOException("expected " + what + ", found none; its log is in " + folder);
      }
    }
  }

  @Override
  public void close() {
    for (Process process : processes.reversed()) {
      process.destroy();
      process
          .onExit()
          .orTimeout(10, TimeUnit.SECONDS)
          .exceptionally(_ -> process.destroyForcibly())
          .join();
    }
  }
}
