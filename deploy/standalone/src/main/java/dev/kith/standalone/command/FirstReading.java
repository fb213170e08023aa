package dev.kith.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.standalone.client.ApiClient;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.terminal.CommandException;
import dev.kith.standalone.terminal.TerminalText;
import java.time.Duration;

/** What the first reading with new settings has found: a wrong password is reported at once. */
final class FirstReading {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private FirstReading() {}

  /** Waits a moment for the end of the reading, and prints the state of the source. */
  static void print(ApiClient api, Home home, String source) {
    JsonNode view = await(api, source);
    String state = view.path("state").asText();
    String message = view.path("message").asText("");
    if (message.isEmpty()) {
      System.out.println(
          "%s: %s read so far".formatted(state, TerminalText.count(view.path("read").asLong())));
    } else {
      System.out.println(TerminalText.printable(state + ": " + message));
      System.out.println(
          "To change a setting: " + home.command("source set " + source + " KEY=VALUE"));
    }
  }

  private static JsonNode await(ApiClient api, String source) {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    JsonNode view = api.get("/api/sources/" + source);
    while (view.path("state").asText().equals("reading") && System.nanoTime() < deadline) {
      try {
        Thread.sleep(BETWEEN);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new CommandException("interrupted", stopped);
      }
      view = api.get("/api/sources/" + source);
    }
    return view;
  }
}
