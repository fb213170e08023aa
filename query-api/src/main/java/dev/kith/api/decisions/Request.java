package dev.kith.api.decisions;

import dev.kith.api.search.NotUnderstood;
import dev.kith.api.search.SafeText;
import dev.kith.api.web.WrongParameter;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Verdict;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
  private static final Set<String> FIELDS = Set.of("a", "b", "verdict", "note", "by");
  private static final int LONGEST = 2_000;

  /** Reads one decision or an array of them. */
  static List<Request> all(JsonNode body, boolean verdicts) {
    if (body.isObject()) {
      return List.of(one(body, "", verdicts));
    }
    if (!body.isArray() || body.size() == 0 || body.size() > MOST) {
      throw WrongParameter.because(
          "body", "expected a decision, or an array of 1 to " + MOST + " of them");
    }
    var requests = new ArrayList<Request>();
    for (JsonNode each : body.values()) {
      requests.add(one(each, "[" + requests.size() + "].", verdicts));
    }
    return List.copyOf(requests);
  }

  private static Request one(JsonNode node, String where, boolean verdicts) {
    if (!node.isObject()) {
      throw WrongParameter.because(where + "body", "expected an object with a, b and verdict");
    }
    node.entries().forEach(field -> checkName(where, field.getKey()));
    return between(
        String.valueOf(text(node, where, "a", true)),
        String.valueOf(text(node, where, "b", true)),
        where,
        verdicts ? verdict(text(node, where, "verdict", true), where) : null,
        text(node, where, "note", false),
        text(node, where, "by", false));
  }

  private static void checkName(String where, String name) {
    if (!FIELDS.contains(name)) {
      throw WrongParameter.because(
          where + SafeName.of(name),
          "is no field of a decision; there are a, b, verdict, note, by");
    }
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
      throw WrongParameter.because(where + "b", "expected another account than a");
    }
    return new Request(one, other, verdict, note, by);
  }

  /** The key of what is decided. */
  AccountPair pair() {
    return AccountPair.of(a, b);
  }

  private static String account(String text, String where) {
    try {
      SafeText.check(text);
      var id = AccountId.parse(text.strip());
      return id.namespace().equals("email")
          ? AccountId.email(id.address()).toString()
          : id.toString();
    } catch (IllegalArgumentException | NotUnderstood e) {
      throw WrongParameter.because(where, String.valueOf(e.getMessage()));
    }
  }

  private static Verdict verdict(@Nullable String text, String where) {
    String verdict = String.valueOf(text).toUpperCase(Locale.ROOT);
    return switch (verdict) {
      case "SAME" -> Verdict.SAME;
      case "DIFFERENT" -> Verdict.DIFFERENT;
      default ->
          throw WrongParameter.expected(
              where + "verdict", "same or different", String.valueOf(text));
    };
  }

  private static @Nullable String text(
      JsonNode node, String where, String field, boolean required) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      if (required) {
        throw WrongParameter.because(where + field, "expected a text, found nothing");
      }
      return null;
    }
    if (!value.isString() || value.getStringValue().length() > LONGEST) {
      throw WrongParameter.because(
          where + field, "expected a text of at most " + LONGEST + " characters");
    }
    return value.getStringValue();
  }
}
