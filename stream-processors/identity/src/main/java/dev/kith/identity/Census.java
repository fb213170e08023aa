package dev.kith.identity;

import dev.kith.identity.linkage.Blocking;
import dev.kith.identity.linkage.Commonness;
import dev.kith.identity.linkage.NameCensus;
import dev.kith.schemas.EvidenceKind;
import dev.kith.schemas.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds out who is who among many accounts at once, by the same evidence and the same judgement.
 */
final class Census {
  private static final int PROGRESS = 1_000_000;

  private final List<Counted> accounts = new ArrayList<>();
  private final Map<String, List<Integer>> owners = new HashMap<>();
  private final Entries entries = new Entries();
  private final NameCensus names = new NameCensus();
  private final List<Given> given = new ArrayList<>();

  private record Counted(String account, Sight sight) {}

  /** Two accounts, by number, of which it was said that they are one. */
  private record Given(int one, int other, String reason) {}

  /**
   * Counts one account.
   *
   * @return its number
   */
  int add(String account, Profile profile) {
    int number = accounts.size();
    var member = Member.of(profile, profile.getSeen());
    var sight = new Sight(profile.getAccount(), Look.of(member));
    accounts.add(new Counted(account, sight));
    Identifiers.of(member)
        .forEach(each -> owners.computeIfAbsent(each, none -> new ArrayList<>(2)).add(number));
    names.add(sight.traits());
    Blocking.keys(sight.traits()).forEach(key -> entries.add(Circles.key(key), number));
    return number;
  }

  /** The name of the account with this number. */
  String account(int number) {
    return accounts.get(number).account;
  }

  /** Gives an account another name. */
  void rename(int number, String account) {
    accounts.set(number, new Counted(account, accounts.get(number).sight));
  }

  /** Two accounts are one because the file says so. */
  void join(int one, int other, String reason) {
    given.add(new Given(one, other, reason));
  }

  int size() {
    return accounts.size();
  }

  /**
   * Who is who, person by person.
   *
   * @param progress is told what has been done
   */
  Stream<Clusters> persons(Consumer<String> progress) {
    List<Bond> bonds = new ArrayList<>();
    given.forEach(each -> bonds.add(bond(each)));
    owners.forEach((identifier, numbers) -> share(identifier, numbers, bonds));
    owners.clear();
    compare(bonds, progress);
    progress.accept("joining");
    return Parts.of(facts(), bonds).stream().map(Clustering::of);
  }

  private Bond bond(Given said) {
    String one = account(said.one);
    String other = account(said.other);
    boolean inOrder = one.compareTo(other) < 0;
    return new Bond(
        inOrder ? one : other,
        inOrder ? other : one,
        EvidenceKind.DETERMINISTIC,
        Weights.VERIFIED_LINK,
        said.reason);
  }

  private Map<String, Facts> facts() {
    Map<String, Facts> facts = new TreeMap<>();
    accounts.forEach(each -> facts.put(each.account, each.sight.facts()));
    return facts;
  }

  private void share(String identifier, List<Integer> numbers, List<Bond> bonds) {
    List<Claimant> claimants =
        numbers.stream().map(each -> accounts.get(each).sight.claimant()).toList();
    if (claimants.size() > 1 && !Generic.isClaimedBy(identifier, claimants)) {
      String node = Node.of(identifier);
      numbers.forEach(each -> bonds.add(Bond.owning(accounts.get(each).account, node)));
    }
  }

  private void compare(List<Bond> bonds, Consumer<String> progress) {
    Commonness commonness = names.commonness();
    var done = new int[1];
    entries.forEachBlock(
        Blocking.LARGEST_BLOCK,
        block -> {
          compare(block, commonness, bonds);
          done[0] += block.length;
          if (done[0] / PROGRESS != (done[0] - block.length) / PROGRESS) {
            progress.accept(done[0] + " of " + entries.size() + " keys compared");
          }
        });
  }

  private void compare(int[] block, Commonness commonness, List<Bond> bonds) {
    for (int i = 0; i < block.length; i++) {
      for (int j = i + 1; j < block.length; j++) {
        compare(accounts.get(block[i]), accounts.get(block[j]), commonness).forEach(bonds::add);
      }
    }
  }

  private static List<Bond> compare(Counted one, Counted other, Commonness commonness) {
    boolean inOrder = one.account.compareTo(other.account) < 0;
    Counted a = inOrder ? one : other;
    Counted b = inOrder ? other : one;
    return a.sight.likeness(b.sight, commonness).stream()
        .flatMap(tie -> tie instanceof Tie.Alike alike ? Stream.of(alike) : Stream.empty())
        .map(alike -> Bond.alike(a.account, b.account, alike))
        .toList();
  }
}
