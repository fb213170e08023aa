package dev.kith.api.decisions;

import dev.kith.api.error.InvalidParameter;
import dev.kith.api.search.SafeText;
import dev.kith.api.web.JsonFields;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Verdict;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One decision as a caller states it.
 *
 * @param a one account
 * @param b another
 * @param verdict whether they are one person; null where it is taken back
 * @param note why
 * @param by who decided
 */
record Request(
    String a, String b, @Nullable Verdict verdict, @Nullable String note, @Nullable String by) {
  static final int MOST = 10_000;
  private static final List<String> FIELDS = List.of("a", "b", "verdict", "note", "by");

  /** Reads one decision or an array of them. */
  static List<Request> all(JsonNode body, boolean verdicts) {
    if (body.isObject()) {
      return List.of(one(body, "", verdicts));
    }
    if (!body.isArray() || body.size() == 0 || body.size() > MOST) {
      throw InvalidParameter.because(
          "body", "expected a decision, or an array of 1 to " + MOST + " of them");
    }
    var requests = new ArrayList<Request>();
    for (JsonNode each : body.values()) {
      requests.add(one(each, "[" + requests.size() + "].", verdicts));
    }
    return List.copyOf(requests);
  }

  private static Request one(JsonNode node, String where, boolean verdicts) {
    var fields = JsonFields.of(node, where, FIELDS);
    return between(
        fields.text("a"),
        fields.text("b"),
        where,
        verdicts ? verdict(fields.text("verdict"), where) : null,
        fields.optional("note").orElse(null),
        fields.optional("by").orElse(null));
  }

  /** About two accounts, folded as everywhere. */
  static Request between(
      String a,
      String b,
      String where,
      @Nullable Verdict verdict,
      @Nullable String note,
      @Nullable String by) {
    String one = account(a, where + "a");
    String other = account(b, where + "b");
    if (one.equals(other)) {
      throw InvalidParameter.because(where + "b", "expected another account than a");
    }
    return new Request(one, other, verdict, note, by);
  }

  /** The key of what is decided. */
  AccountPair pair() {
    return AccountPair.of(a, b);
  }

  /** The id of an account, folded as everywhere. */
  static String account(String text, String where) {
    SafeText.check(where, text);
    try {
      var id = AccountId.parse(text.strip());
      return id.namespace().equals("email")
          ? AccountId.email(id.address()).toString()
          : id.toString();
    } catch (IllegalArgumentException e) {
      throw InvalidParameter.because(where, String.valueOf(e.getMessage()));
    }
  }

  private static Verdict verdict(String text, String where) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "SAME" -> Verdict.SAME;
      case "DIFFERENT" -> Verdict.DIFFERENT;
      default -> throw InvalidParameter.expected(where + "verdict", "same or different", text);
    };
  }
}
