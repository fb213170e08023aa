package dev.kith.identity.file;

import dev.kith.identity.account.AccountAttributes;
import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.account.Identifiers;
import dev.kith.identity.clustering.Clustering;
import dev.kith.identity.clustering.Clusters;
import dev.kith.identity.clustering.ConnectedComponents;
import dev.kith.identity.evidence.EvidenceWeights;
import dev.kith.identity.evidence.MergeCandidate;
import dev.kith.identity.evidence.NodeId;
import dev.kith.identity.evidence.PairEvidence;
import dev.kith.identity.guard.Claimant;
import dev.kith.identity.guard.SharedIdentifier;
import dev.kith.identity.matching.BlockingIndex;
import dev.kith.identity.matching.BlockingKeys;
import dev.kith.identity.matching.NameCensus;
import dev.kith.identity.matching.NameFrequencies;
import dev.kith.identity.matching.ParsedProfile;
import dev.kith.identity.matching.ProfileSummary;
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
public final class BatchResolver {
  private static final int PROGRESS = 1_000_000;

  private final List<Counted> accounts = new ArrayList<>();
  private final Map<String, List<Integer>> owners = new HashMap<>();
  private final BlockEntries entries = new BlockEntries();
  private final NameCensus names = new NameCensus();
  private final List<Given> given = new ArrayList<>();

  private record Counted(String account, ParsedProfile sight) {}

  /** Two accounts, by number, of which it was said that they are one. */
  private record Given(int one, int other, String reason) {}

  /**
   * Counts one account.
   *
   * @return its number
   */
  public int add(String account, Profile profile) {
    int number = accounts.size();
    var member = AccountProfile.of(profile, profile.getSeen());
    var sight = new ParsedProfile(profile.getAccount(), ProfileSummary.of(member));
    accounts.add(new Counted(account, sight));
    Identifiers.of(member)
        .forEach(each -> owners.computeIfAbsent(each, none -> new ArrayList<>(2)).add(number));
    names.add(sight.traits());
    BlockingKeys.keys(sight.traits()).forEach(key -> entries.add(BlockingIndex.key(key), number));
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
  public Stream<Clusters> persons(Consumer<String> progress) {
    List<MergeCandidate> bonds = new ArrayList<>();
    given.forEach(each -> bonds.add(bond(each)));
    owners.forEach((identifier, numbers) -> share(identifier, numbers, bonds));
    owners.clear();
    compare(bonds, progress);
    progress.accept("joining");
    return ConnectedComponents.of(facts(), bonds).stream().map(Clustering::of);
  }

  private MergeCandidate bond(Given said) {
    String one = account(said.one);
    String other = account(said.other);
    boolean inOrder = one.compareTo(other) < 0;
    return new MergeCandidate(
        inOrder ? one : other,
        inOrder ? other : one,
        EvidenceKind.DETERMINISTIC,
        EvidenceWeights.VERIFIED_LINK,
        said.reason);
  }

  private Map<String, AccountAttributes> facts() {
    Map<String, AccountAttributes> facts = new TreeMap<>();
    accounts.forEach(each -> facts.put(each.account, each.sight.facts()));
    return facts;
  }

  private void share(String identifier, List<Integer> numbers, List<MergeCandidate> bonds) {
    List<Claimant> claimants =
        numbers.stream().map(each -> accounts.get(each).sight.claimant()).toList();
    if (claimants.size() > 1 && !SharedIdentifier.isClaimedBy(identifier, claimants)) {
      String node = NodeId.of(identifier);
      numbers.forEach(each -> bonds.add(MergeCandidate.owning(accounts.get(each).account, node)));
    }
  }

  private void compare(List<MergeCandidate> bonds, Consumer<String> progress) {
    NameFrequencies commonness = names.commonness();
    var done = new int[1];
    entries.forEachBlock(
        BlockingKeys.LARGEST_BLOCK,
        block -> {
          compare(block, commonness, bonds);
          done[0] += block.length;
          if (done[0] / PROGRESS != (done[0] - block.length) / PROGRESS) {
            progress.accept(done[0] + " of " + entries.size() + " keys compared");
          }
        });
  }

  private void compare(int[] block, NameFrequencies commonness, List<MergeCandidate> bonds) {
    for (int i = 0; i < block.length; i++) {
      for (int j = i + 1; j < block.length; j++) {
        compare(accounts.get(block[i]), accounts.get(block[j]), commonness).forEach(bonds::add);
      }
    }
  }

  private static List<MergeCandidate> compare(
      Counted one, Counted other, NameFrequencies commonness) {
    boolean inOrder = one.account.compareTo(other.account) < 0;
    Counted a = inOrder ? one : other;
    Counted b = inOrder ? other : one;
    return a.sight.likeness(b.sight, commonness).stream()
        .flatMap(tie -> tie instanceof PairEvidence.Alike alike ? Stream.of(alike) : Stream.empty())
        .map(alike -> MergeCandidate.alike(a.account, b.account, alike))
        .toList();
  }
}
