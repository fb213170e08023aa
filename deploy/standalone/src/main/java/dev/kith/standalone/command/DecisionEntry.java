package dev.kith.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.standalone.client.ApiClient;
import dev.kith.standalone.terminal.TerminalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision about two accounts, in the form that the API accepts.
 *
 * @param a one account, or a mail address
 * @param b the other
 * @param verdict same or different
 * @param note why; empty for no reason given
 */
record DecisionEntry(String a, String b, String verdict, String note) {
  private static final int AT_ONCE = 10_000;

  /** A decision about two accounts that were typed. */
  static DecisionEntry of(String one, String other, String verdict, @Nullable String note) {
    return new DecisionEntry(one, other, verdict, note == null ? "" : note);
  }

  /**
   * Stores decisions and returns a report. As many as fit are sent in one request, which stores all
   * or none.
   */
  static String keep(ApiClient api, List<DecisionEntry> verdicts) {
    var told = new StringBuilder();
    for (int i = 0; i < verdicts.size(); i += AT_ONCE) {
      List<Map<String, String>> some = new ArrayList<>();
      verdicts
          .subList(i, Math.min(i + AT_ONCE, verdicts.size()))
          .forEach(each -> some.add(each.body()));
      told.append(told(api.post("/api/decisions", some)));
    }
    return told.toString();
  }

  /** Formats stored decisions, one per line. */
  static String told(JsonNode answer) {
    var told = new StringBuilder();
    for (JsonNode each : answer.path("decisions")) {
      told.append(
          "%-9s  %s  |  %s%n"
              .formatted(
                  each.path("verdict").asText(),
                  TerminalText.printable(each.path("a").asText()),
                  TerminalText.printable(each.path("b").asText())));
    }
    return told.toString();
  }

  /** The account id of a typed account; a plain mail address is an account of mail. */
  static String account(String typed) {
    return typed.contains("@") && !typed.contains(":") ? "email:" + typed : typed;
  }

  private Map<String, String> body() {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("a", account(a));
    body.put("b", account(b));
    body.put("verdict", verdict);
    if (!note.isBlank()) {
      body.put("note", note);
    }
    return body;
  }
}
