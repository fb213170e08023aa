package dev.kith.demo;

import dev.kith.schemas.AccountId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The correct owners of the demo's accounts: which accounts in its mail and commits belong to which
 * person.
 *
 * @param accounts account ids by the key of the person; machines and mailing lists have no owner
 */
public record AccountTruth(Map<String, List<String>> accounts) {

  static AccountTruth of(DemoTown town, List<DemoMail> mails, List<DemoCommit> changes) {
    var all = new TreeMap<String, TreeSet<String>>();
    Map<String, String> owners = owners(town);
    mails.stream()
        .flatMap(mail -> everybody(mail))
        .forEach(address -> add(all, owners, address.mail(), AccountId.email(address.mail())));
    changes.stream()
        .flatMap(change -> Stream.of(change.author(), change.committer()))
        .forEach(
            address ->
                add(all, owners, address.mail(), AccountId.git(address.name(), address.mail())));
    addTrailers(all, owners, town, changes);
    Map<String, List<String>> accounts = new TreeMap<>();
    all.forEach((person, theirs) -> accounts.put(person, List.copyOf(theirs)));
    return new AccountTruth(accounts);
  }

  private static Stream<MailAddress> everybody(DemoMail mail) {
    return Stream.of(List.of(mail.from()), mail.to(), mail.cc()).flatMap(List::stream);
  }

  private static void addTrailers(
      Map<String, TreeSet<String>> all,
      Map<String, String> owners,
      DemoTown town,
      List<DemoCommit> changes) {
    String messages = String.join("\n", changes.stream().map(DemoCommit::message).toList());
    for (DemoPerson person : town.people()) {
      for (MailAddress address : person.committers()) {
        if (messages.contains(": " + address.name() + " <" + address.mail() + ">\n")) {
          add(all, owners, address.mail(), AccountId.git(address.name(), address.mail()));
        }
      }
    }
  }

  private static Map<String, String> owners(DemoTown town) {
    Map<String, String> owners = new TreeMap<>();
    for (DemoPerson person : town.people()) {
      person.mails().forEach(mail -> owners.put(mail, person.key()));
      person.committers().forEach(committer -> owners.put(committer.mail(), person.key()));
    }
    return owners;
  }

  private static void add(
      Map<String, TreeSet<String>> all,
      Map<String, String> owners,
      String mail,
      AccountId account) {
    String owner = owners.get(mail);
    if (owner != null) {
      all.computeIfAbsent(owner, key -> new TreeSet<>()).add(account.toString());
    }
  }

  /** Returns a CSV table with the columns person and account, one row per account. */
  String csv() {
    var table = new StringBuilder("person,account\n");
    accounts.forEach(
        (person, theirs) ->
            theirs.forEach(
                account -> table.append(person).append(',').append(account).append('\n')));
    return table.toString();
  }
}
