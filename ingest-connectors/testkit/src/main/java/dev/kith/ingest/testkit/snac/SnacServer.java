package dev.kith.ingest.testkit.snac;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real snac2 on a free port. Several federate with each other and with servers of the test
 * through one {@link HostRouter}. {@code .ci/run} installs the program.
 */
public final class SnacServer implements AutoCloseable {
  private static final Pattern PASSWORD = Pattern.compile("User password is (\\S+)");
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(20);

  private final Path program;
  private final Path folder;
  private final String host;
  private final int port;
  private final HostRouter router;
  private @Nullable Process process;

  private SnacServer(Path program, Path folder, String host, int port, HostRouter router) {
    this.program = program;
    this.folder = folder;
    this.host = host;
    this.port = port;
    this.router = router;
  }

  /** Whether the program is on the path, or where {@code .ci/run} unpacks it. */
  public static boolean isInstalled() {
    return program().isPresent();
  }

  private static Optional<Path> program() {
    Path unpacked = Path.of(System.getProperty("user.home"), ".cache/kith/snac2/usr/bin");
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(
            Stream.of(path.split(File.pathSeparator)).map(Path::of), Stream.of(unpacked))
        .map(place -> place.resolve("snac"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts an empty server.
   *
   * @param folder that exists; the data are stored in it
   * @param host name of the server in addresses, without port, such as {@code town.example}
   */
  public static SnacServer start(Path folder, String host, HostRouter router) throws Exception {
    int port = freePort();
    Path program = program().orElseThrow();
    var server = new SnacServer(program, folder.resolve(host), host, port, router);
    server.run(
        List.of("init", server.folder.toString()), "127.0.0.1\n" + port + "\n" + host + "\n\n\n");
    Path settings = server.folder.resolve("server.json");
    String http =
        Files.readString(settings).replace("\"protocol\": \"https\"", "\"protocol\": \"http\"");
    Files.writeString(settings, http);
    router.route(host, port);
    server.start();
    return server;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Starts the program again after {@link #stop}, with the data it had. */
  public void start() throws Exception {
    process = command(List.of("httpd", folder.toString())).redirectOutput(log()).start();
    long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "expected snac to start, it said: " + Files.readString(log().toPath()));
      }
      Thread.sleep(20);
    }
  }

  private boolean answers() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private File log() {
    return folder.resolve("log.txt").toFile();
  }

  /** The name of the server in addresses. */
  public String host() {
    return host;
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  Path userFolder(String name) {
    return folder.resolve("user").resolve(name);
  }

  /** Makes an account and logs in, as a program of that user. */
  public SnacAccount addAccount(String name) throws Exception {
    String said = run(List.of("adduser", folder.toString(), name), "\n");
    Matcher password = PASSWORD.matcher(said);
    if (!password.find()) {
      throw new IllegalStateException("expected snac to print a password, it said: " + said);
    }
    return SnacAccount.logIn(this, name, password.group(1));
  }

  /** Runs a command of snac on this server's data, such as {@code follow ann http://…/actor}. */
  public String command(String verb, String... parameters) throws Exception {
    List<String> words = new ArrayList<>(List.of(verb, folder.toString()));
    words.addAll(List.of(parameters));
    return run(words, "");
  }

  private String run(List<String> words, String input) throws Exception {
    Process command = command(words).start();
    try (var typed = command.outputWriter(UTF_8)) {
      typed.write(input);
    }
    String said = new String(command.getInputStream().readAllBytes(), UTF_8);
    if (command.waitFor() != 0) {
      throw new IllegalStateException("snac " + words.getFirst() + " failed: " + said);
    }
    return said;
  }

  private ProcessBuilder command(List<String> words) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(words);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("http_proxy", router.address());
    return builder;
  }

  /** Stops the program; its data stay. */
  public void stop() {
    if (process != null) {
      process.destroy();
      process.onExit().join();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
