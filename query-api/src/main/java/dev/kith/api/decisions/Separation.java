package dev.kith.api.decisions;

import dev.kith.api.error.InvalidParameter;
import dev.kith.api.web.JsonFields;
import dev.kith.schemas.Verdict;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that are to leave a person. Those that go stay together, and so do those that stay.
 *
 * @param person whom they leave
 * @param accounts that go
 * @param note why
 * @param by who decided
 */
record Separation(
    String person, List<String> accounts, @Nullable String note, @Nullable String by) {
  private static final List<String> FIELDS = List.of("person", "accounts", "note", "by");

  Separation {
    accounts = List.copyOf(accounts);
  }

  static Separation of(JsonNode body) {
    var fields = JsonFields.of(body, "", FIELDS);
    return new Separation(
        fields.text("person"),
        accounts(body.get("accounts")),
        fields.optional("note").orElse(null),
        fields.optional("by").orElse(null));
  }

  private static List<String> accounts(@Nullable JsonNode list) {
    if (list == null || !list.isArray() || list.size() == 0 || list.size() > Request.MOST) {
      throw InvalidParameter.because("accounts", "expected an array of 1 or more account ids");
    }
    List<String> accounts = new ArrayList<>();
    for (JsonNode each : list.values()) {
      String where = "accounts[" + accounts.size() + "]";
      if (!each.isString()) {
        throw InvalidParameter.because(where, "expected an account id");
      }
      accounts.add(Request.account(each.getStringValue(), where));
    }
    return accounts;
  }

  /** The decisions that do it, if the person has these accounts and others. */
  List<Request> from(List<String> all) {
    for (int i = 0; i < accounts.size(); i++) {
      if (!all.contains(accounts.get(i))) {
        throw InvalidParameter.expected(
            "accounts[" + i + "]", "an account of this person", accounts.get(i));
      }
    }
    var going = new TreeSet<>(accounts);
    var staying = new TreeSet<>(all);
    staying.removeAll(going);
    if (staying.isEmpty()) {
      throw InvalidParameter.because("accounts", "expected that at least one account stays");
    }
    List<Request> decisions = new ArrayList<>();
    decisions.add(request(going.first(), staying.first(), Verdict.DIFFERENT));
    going.tailSet(going.first(), false).forEach(each -> decisions.add(same(going.first(), each)));
    staying
        .tailSet(staying.first(), false)
        .forEach(each -> decisions.add(same(staying.first(), each)));
    return decisions;
  }

  private Request same(String one, String other) {
    return request(one, other, Verdict.SAME);
  }

  private Request request(String one, String other, Verdict verdict) {
    return new Request(one, other, verdict, note, by);
  }
}
