package dev.kith.ingest.testkit.dav;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real server of address books and calendars on a free port, with one user, and what that user
 * does in other programs: to make collections, to store and to delete items. {@code .ci/run}
 * installs the programs.
 */
public final class DavServer implements AutoCloseable {
  /** The name of the user. */
  public static final String USER = "ann";

  /** The password of the user, where the server has any. */
  public static final String PASSWORD = "secret-of-ann";

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);

  private final Program program;
  private final Path folder;
  private final int port;
  private @Nullable Process process;

  /** A server that Debian packages. */
  public enum Program {
    /** Keeps users, and says that a token is no longer valid. */
    RADICALE("radicale"),
    /** Knows no passwords, and answers an invalid token with an error of its own. */
    XANDIKOS("xandikos");

    private final Path path;

    Program(String name) {
      this.path = Path.of("/usr/bin", name);
    }

    /** Whether its Debian package is installed. */
    public boolean isInstalled() {
      return Files.isExecutable(path);
    }

    /** Whether it asks for the password. */
    public boolean hasPassword() {
      return this == RADICALE;
    }
  }

  private DavServer(Program program, Path folder, int port) {
    this.program = program;
    this.folder = folder;
    this.port = port;
  }

  /** Starts an empty server; the folder exists, the data are stored in it. */
  public static DavServer start(Program program, Path folder) throws Exception {
    var server = new DavServer(program, folder, freePort());
    Files.writeString(folder.resolve("users"), USER + ":" + PASSWORD + "\n");
    Files.writeString(folder.resolve("settings"), server.radicaleSettings());
    server.start();
    return server;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String radicaleSettings() {
    return """
    [server]
    hosts = 127.0.0.1:%1$d
    [auth]
    type = htpasswd
    htpasswd_filename = %2$s/users
    htpasswd_encryption = plain
    delay = 0
    [storage]
    filesystem_folder = %2$s/data
    """
        .formatted(port, folder);
  }

  private List<String> command() {
    String name = program.path.toString();
    String data = folder.resolve("data").toString();
    return switch (program) {
      case RADICALE -> List.of(name, "--config", folder.resolve("settings").toString());
      case XANDIKOS ->
          List.of(
              name,
              "--listen-address=127.0.0.1",
              "--port=" + port,
              "--directory=" + data,
              "--current-user-principal=/" + USER + "/",
              "--autocreate",
              "--defaults");
    };
  }

  /** Starts the program again after {@link #stop}, with the data it had. */
  public void start() throws Exception {
    Path log = folder.resolve("log.txt");
    process =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "expected " + program + " to start, it said: " + Files.readString(log));
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

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** Makes an address book, and returns its path. */
  public String makeAddressBook(String name) throws Exception {
    return makeCollection(
        "contacts", name, "<C:addressbook xmlns:C=\"urn:ietf:params:xml:ns:carddav\"/>");
  }

  /** Makes a calendar, and returns its path. */
  public String makeCalendar(String name) throws Exception {
    return makeCollection(
        "calendars", name, "<C:calendar xmlns:C=\"urn:ietf:params:xml:ns:caldav\"/>");
  }

  private String makeCollection(String home, String name, String type) throws Exception {
    String path = "/" + USER + "/" + (program == Program.XANDIKOS ? home + "/" : "") + name + "/";
    send(
        "MKCOL",
        path,
        "application/xml",
        """
        <?xml version="1.0" encoding="utf-8"?>
        <mkcol xmlns="DAV:"><set><prop>
          <resourcetype><collection/>%s</resourcetype>
          <displayname>%s</displayname>
        </prop></set></mkcol>
        """
            .formatted(type, name));
    return path;
  }

  /**
   * Stores an item.
   *
   * @param mediaType such as {@code text/vcard}
   */
  public void put(String path, String mediaType, String item) throws Exception {
    send("PUT", path, mediaType, item.replace("\n", "\r\n"));
  }

  /** Deletes an item or a collection. */
  public void delete(String path) throws Exception {
    send("DELETE", path, "text/plain", "");
  }

  private void send(String method, String path, String mediaType, String body) throws Exception {
    String login = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(UTF_8));
    var request =
        HttpRequest.newBuilder(address().resolve(path))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Basic " + login)
            .header("Content-Type", mediaType + "; charset=utf-8")
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response;
    // Radicale closes connections that are about to be used again.
    try (HttpClient client = HttpClient.newHttpClient()) {
      response = client.send(request, BodyHandlers.ofString());
    }
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "%s: expected %s %s to succeed, found %d: %s"
              .formatted(program, method, path, response.statusCode(), response.body()));
    }
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
