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
import dev.kith.identity.identifier.Claimant;
import dev.kith.identity.identifier.SharedIdentifier;
import dev.kith.identity.matching.BlockingKeys;
import dev.kith.identity.matching.NameCounter;
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
 * Assigns many accounts to persons at once, by the same evidence, matching and clustering as the
 * stream.
 */
public final class BatchResolver {
  private static final int PROGRESS = 1_000_000;

  private final List<Account> accounts = new ArrayList<>();
  private final Map<String, List<Integer>> claims = new HashMap<>();
  private final BlockEntries blocks = new BlockEntries();
  private final NameCounter names = new NameCounter();
  private final List<DeclaredPair> declared = new ArrayList<>();

  private record Account(String id, ParsedProfile profile) {}

  /** Two accounts, by number, that are one person's by declaration. */
  private record DeclaredPair(int one, int other, String reason) {}

  /**
   * Adds one account.
   *
   * @return its number
   */
  public int add(String id, Profile profile) {
    int number = accounts.size();
    var fields = AccountProfile.of(profile, profile.getSeen());
    var parsed = new ParsedProfile(profile.getAccount(), ProfileSummary.of(fields));
    accounts.add(new Account(id, parsed));
    Identifiers.of(fields)
        .forEach(each -> claims.computeIfAbsent(each, none -> new ArrayList<>(2)).add(number));
    names.add(parsed.features());
    for (long key : parsed.keys()) {
      blocks.add(key, number);
    }
    return number;
  }

  /** The id of the account with this number. */
  String id(int number) {
    return accounts.get(number).id;
  }

  /** Gives an account another id. */
  void rename(int number, String id) {
    accounts.set(number, new Account(id, accounts.get(number).profile));
  }

  /** Joins two accounts because the file says so. */
  void join(int one, int other, String reason) {
    declared.add(new DeclaredPair(one, other, reason));
  }

  /**
   * The persons.
   *
   * @param progress receives what has been done
   */
  public Stream<Clusters> persons(Consumer<String> progress) {
    List<MergeCandidate> candidates = new ArrayList<>();
    declared.forEach(each -> candidates.add(candidate(each)));
    claims.forEach((identifier, numbers) -> addIdentifier(identifier, numbers, candidates));
    claims.clear();
    compare(candidates, progress);
    progress.accept("joining");
    return ConnectedComponents.of(attributes(), candidates).stream().map(Clustering::of);
  }

  private MergeCandidate candidate(DeclaredPair pair) {
    String one = id(pair.one);
    String other = id(pair.other);
    boolean inOrder = one.compareTo(other) < 0;
    return new MergeCandidate(
        inOrder ? one : other,
        inOrder ? other : one,
        EvidenceKind.DETERMINISTIC,
        EvidenceWeights.VERIFIED_LINK,
        pair.reason);
  }

  private Map<String, AccountAttributes> attributes() {
    Map<String, AccountAttributes> attributes = new TreeMap<>();
    accounts.forEach(each -> attributes.put(each.id, each.profile.attributes()));
    return attributes;
  }

  private void addIdentifier(
      String identifier, List<Integer> numbers, List<MergeCandidate> candidates) {
    List<Claimant> claimants =
        numbers.stream().map(each -> accounts.get(each).profile.claimant()).toList();
    if (SharedIdentifier.isJoining(identifier, claimants)) {
      String node = NodeId.of(identifier);
      numbers.forEach(each -> candidates.add(MergeCandidate.ofIdentifier(id(each), node)));
    }
  }

  private void compare(List<MergeCandidate> candidates, Consumer<String> progress) {
    NameFrequencies frequencies = names.frequencies();
    var done = new int[1];
    blocks.forEachBlock(
        BlockingKeys.LARGEST_BLOCK,
        block -> {
          compare(block, frequencies, candidates);
          done[0] += block.length;
          if (done[0] / PROGRESS != (done[0] - block.length) / PROGRESS) {
            progress.accept(done[0] + " of " + blocks.size() + " keys compared");
          }
        });
  }

  private void compare(int[] block, NameFrequencies frequencies, List<MergeCandidate> candidates) {
    for (int i = 0; i < block.length; i++) {
      for (int j = i + 1; j < block.length; j++) {
        compare(accounts.get(block[i]), accounts.get(block[j]), frequencies)
            .forEach(candidates::add);
      }
    }
  }

  private static List<MergeCandidate> compare(
      Account one, Account other, NameFrequencies frequencies) {
    boolean inOrder = one.id.compareTo(other.id) < 0;
    Account a = inOrder ? one : other;
    Account b = inOrder ? other : one;
    return a.profile.score(b.profile, frequencies).stream()
        .flatMap(
            evidence ->
                evidence instanceof PairEvidence.Match match ? Stream.of(match) : Stream.empty())
        .map(match -> MergeCandidate.ofMatch(a.id, b.id, match))
        .toList();
  }
}
