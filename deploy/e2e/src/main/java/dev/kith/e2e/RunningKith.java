package dev.kith.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.kith.embedded.process.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process of {@code deploy/kith up}, with its output and its API. */
public final class RunningKith implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final String READY = "Kith is ready at ";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path home;
  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> said = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private String url = "";

  private RunningKith(Path home, Process process) {
    this.home = home;
    this.process = process;
  }

  /** Starts Kith and waits until the API answers. */
  public static RunningKith up(Path home, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("up", "--home", home.toString()));
    // Two instances that start at once would both find the default port free.
    command.addAll(List.of("--port", Integer.toString(FreePorts.free())));
    command.addAll(List.of(arguments));
    RunningKith kith = new RunningKith(home, LauncherCommand.start(command));
    Thread.ofPlatform().daemon().start(kith::listen);
    kith.url = kith.awaitLine(READY).substring(READY.length());
    return kith;
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader()) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException ended) {
      lines.add("(" + ended.getMessage() + ")");
    }
  }

  /** Waits for the next line of output that begins with a text, and returns it. */
  public String awaitLine(String beginning) throws InterruptedException {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (System.nanoTime() < deadline) {
      String line = lines.poll(1, TimeUnit.SECONDS);
      if (line != null) {
        said.add(line);
        if (line.startsWith(beginning)) {
          return line;
        }
      } else if (!process.isAlive() && lines.isEmpty()) {
        throw new IllegalStateException(
            "Kith has ended with " + process.exitValue() + " after saying " + said);
      }
    }
    throw new IllegalStateException(
        "expected a line that begins with \"" + beginning + "\", found " + said);
  }

  /** Waits until the launcher reports that everything is read. */
  public RunningKith awaitRead() throws InterruptedException {
    awaitLine("Everything is read: ");
    return this;
  }

  /** Returns the progress of all steps; a missing node while the services do not answer. */
  public JsonNode progress() throws InterruptedException {
    try {
      HttpResponse<String> answer = get("/standalone/progress");
      return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : MissingNode.getInstance();
    } catch (IOException away) {
      return MissingNode.getInstance();
    }
  }

  /** Waits until all steps have nothing left to do. */
  public void awaitRest() throws InterruptedException {
    await(progress -> progress.path("atRest").asBoolean());
  }

  /** Waits until the progress meets a condition. */
  public void await(Predicate<JsonNode> wished) throws InterruptedException {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    JsonNode progress = progress();
    while (!wished.test(progress)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "after " + TIMEOUT + " Kith has come only so far: " + progress);
      }
      progress = progress();
    }
  }

  /** Sends a GET request to the API. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
  }

  /** Sends a POST request with JSON to the API. */
  public HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return send("POST", path, json);
  }

  /** Sends a request with JSON to the API. */
  public HttpResponse<String> send(String method, String path, String json)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  /** Returns the URL of the API. */
  public String url() {
    return url;
  }

  /** Returns the folder that holds the data of this instance. */
  public Path home() {
    return home;
  }

  /** Returns the port of a server, such as {@code broker}. */
  public int port(String part) throws IOException {
    Properties ports = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("run/ports"))) {
      ports.load(reader);
    }
    return Integer.parseInt(ports.getProperty(part));
  }

  /** Kills a part as {@code kill -9} does; returns when the process has ended. */
  public void kill(String part) throws IOException {
    process(part)
        .ifPresent(
            handle -> {
              handle.destroyForcibly();
              handle.onExit().join();
            });
  }

  /** Kills several parts at once. */
  public void kill(String... parts) throws IOException {
    List<ProcessHandle> victims = new ArrayList<>();
    for (String part : parts) {
      process(part).ifPresent(victims::add);
    }
    victims.forEach(ProcessHandle::destroyForcibly);
    victims.forEach(victim -> victim.onExit().join());
  }

  /** Returns the processor time that a part has used so far. */
  public Duration processorTime(String part) throws IOException {
    return process(part).flatMap(handle -> handle.info().totalCpuDuration()).orElse(Duration.ZERO);
  }

  private Optional<ProcessHandle> process(String part) throws IOException {
    String[] note = Files.readString(home.resolve("run/" + part + ".pid")).split(" ", 2);
    return ProcessHandle.of(Long.parseLong(note[0]));
  }

  /** Kills the launcher as {@code kill -9} does. */
  public void killLauncher() {
    process.destroyForcibly().onExit().join();
  }

  /** Stops Kith as Ctrl-C does. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    http.shutdownNow();
  }
}
