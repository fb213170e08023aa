package dev.kith.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.kith.standalone.Kith;
import dev.kith.standalone.client.ApiClient;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Typed decisions are sent to the API with the accounts that were meant. */
class DecisionEntryTest {
  @TempDir Path folder;

  private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(String path, int status, String json) {
    server.createContext(
        path,
        exchange -> {
          sent.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] body = json.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
  }

  private ApiClient api() {
    return new ApiClient("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Test
  void aFileOfVerdictsIsOneRequestAndPlainAddressesMeanMailboxes() throws Exception {
    answer(
        "/api/decisions",
        202,
        "{\"decisions\":[{\"a\":\"email:ann@example.org\",\"b\":\"github:ann\",\"verdict\":\"same\"}]}");
    Path file =
        Files.writeString(
            folder.resolve("verdicts.csv"),
            """
            chance,reason,a,b,verdict,note
            0.6,"x, y",ann@example.org,github:ann,same,
            0.5,z,"git:Bob, B. <bob@example.org>",github:bob,different,father and son
            """);

    String told = DecisionEntry.keep(api(), DecisionImportCommand.read(file));

    assertThat(told).contains("same", "email:ann@example.org  |  github:ann");
    assertThat(sent)
        .containsExactly(
            "[{\"a\":\"email:ann@example.org\",\"b\":\"github:ann\",\"verdict\":\"same\"},"
                + "{\"a\":\"git:Bob, B. <bob@example.org>\",\"b\":\"github:bob\","
                + "\"verdict\":\"different\",\"note\":\"father and son\"}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"same", "different"})
  void theCommandIsTheVerdict(String verdict) throws Exception {
    answer("/api/decisions", 202, "{\"decisions\":[]}");
    var home = new Home(folder);
    Files.createDirectories(home.run());
    home.supervisor().write(ProcessHandle.current());
    home.storeUrl("http://127.0.0.1:" + server.getAddress().getPort());

    int code =
        Kith.commandLine()
            .execute(verdict, "--home", folder.toString(), "ann@example.org", "github:ann");

    assertThat(code).isZero();
    assertThat(sent)
        .containsExactly(
            "[{\"a\":\"email:ann@example.org\",\"b\":\"github:ann\",\"verdict\":\"%s\"}]"
                .formatted(verdict));
  }

  @Test
  void whatTheApiRefusesIsSaidInItsWords() {
    answer("/api/decisions", 400, "{\"detail\":\"b: expected the id of a known account\"}");

    assertThatThrownBy(
            () ->
                DecisionEntry.keep(
                    api(), List.of(DecisionEntry.of("github:a", "github:b", "same", null))))
        .isInstanceOf(CommandException.class)
        .hasMessage("b: expected the id of a known account");
  }

  @Test
  void suggestionsComeAsAFileToFillIn() {
    answer(
        "/api/people/suggestions",
        200,
        "{\"suggestions\":[{\"a\":{\"account\":\"github:ann\"},\"b\":{\"account\":\"git:Ann Lee"
            + " <a@b.example>\"},\"reason\":\"ann is part of the name ann"
            + " lee\",\"chance\":0.64}]}");

    assertThat(SuggestionsCommand.found(api(), 10).lines())
        .containsExactly(
            "chance,reason,a,b,verdict",
            "0.64,\"ann is part of the name ann lee\",\"github:ann\",\"git:Ann Lee"
                + " <a@b.example>\",");
  }

  @Test
  void aFileWithoutTheColumnsIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("other.csv"), "x,y\n1,2\n");

    assertThatThrownBy(() -> DecisionImportCommand.read(file))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("expected columns a, b and verdict");
  }
}
