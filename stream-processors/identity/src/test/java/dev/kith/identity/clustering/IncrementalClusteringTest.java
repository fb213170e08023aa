package dev.kith.identity.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.identity.account.AccountAttributes;
import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.evidence.Finding;
import dev.kith.identity.evidence.Findings;
import dev.kith.identity.evidence.PairEvidence;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.EvidenceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the ledger does at once, and what it leaves for later. */
class IncrementalClusteringTest {
  private static final int MOST = 20;
  private static final int LARGE = 100;

  private final InMemoryNodes rows = new InMemoryNodes();
  private final Map<String, String> places = new HashMap<>();
  private final List<String> explained = new ArrayList<>();
  private IncrementalClustering ledger = ledger();

  @Test
  void aLargeComponentIsClusteredOnceForAllTies() {
    tie(0, LARGE);

    assertThat(ledger.isSettled()).isFalse();
    assertThat(explained).hasSizeLessThan(MOST);

    explained.clear();
    ledger.settle();

    assertThat(ledger.isSettled()).isTrue();
    assertThat(explained).containsExactly(account(0));
    assertThat(places).hasSize(LARGE).allSatisfy((each, seed) -> assertThat(seed).isEqualTo("a00"));
  }

  @Test
  void whatWasLeftForLaterIsDoneByWhoeverGoesOn() {
    tie(0, LARGE);

    ledger = ledger();
    ledger.settle();

    assertThat(places).hasSize(LARGE).allSatisfy((each, seed) -> assertThat(seed).isEqualTo("a00"));
    assertThat(ledger().isSettled()).isTrue();
  }

  @Test
  void whoeverLeavesALargeComponentIsGoneAtOnce() {
    tie(0, LARGE);
    ledger.settle();
    places.clear();

    ledger.apply(
        List.of(EvidenceUpdate.gone(account(LARGE - 1), account(LARGE), PairEvidence.Sort.ALIKE)));

    assertThat(places).containsExactly(Map.entry(account(LARGE), account(LARGE)));
  }

  @Test
  void whoeverIsAloneBeforeThatIsKnownIsFreshWhenTheyComeBack() {
    tie(0, LARGE);
    ledger.settle();
    places.clear();

    var last = EvidenceUpdate.gone(account(LARGE - 1), account(LARGE), PairEvidence.Sort.ALIKE);
    ledger.apply(
        List.of(last, EvidenceUpdate.gone(account(0), account(1), PairEvidence.Sort.ALIKE)));
    tie(LARGE - 1, LARGE);
    ledger.settle();

    assertThat(places).hasSize(LARGE).allSatisfy((each, seed) -> assertThat(seed).isEqualTo("a01"));
  }

  @Test
  void ofVeryMuchEvidenceTheStrongestIsTold() {
    var seeds = Map.of("a", "a", "b", "a");
    var many =
        IntStream.range(0, 2 * ClusterExplanation.MOST_EVIDENCE).mapToObj(this::finding).toList();

    var told = ClusterExplanation.of(seeds, many, many, many).findings("a");

    assertThat(told.accepted()).hasSize(ClusterExplanation.MOST_EVIDENCE);
    assertThat(told.accepted().getFirst()).isEqualTo(many.getLast());
    assertThat(told.refused()).hasSize(ClusterExplanation.MOST_REFUSALS);
    assertThat(told.suggested()).hasSize(ClusterExplanation.MOST_SUGGESTIONS);
  }

  private Finding finding(int bits) {
    return new Finding("a", "b", EvidenceKind.PROBABLE, "", bits, null, null);
  }

  /** Ties accounts to the next. */
  private void tie(int from, int to) {
    for (int i = from; i < to; i++) {
      ledger.apply(
          List.of(
              EvidenceUpdate.of(
                  account(i), account(i + 1), new PairEvidence.Alike(1_000, "alike"))));
    }
  }

  private static String account(int number) {
    return "a%02d".formatted(number);
  }

  private IncrementalClustering ledger() {
    return new IncrementalClustering(
        rows,
        account ->
            Optional.of(
                new AccountAttributes(
                    Long.parseLong(account.substring(1)),
                    AccountKind.PERSON,
                    Map.of(),
                    List.of(),
                    null)),
        new IncrementalClustering.Outcome() {
          @Override
          public void placed(String account, String seed) {
            places.put(account, seed);
          }

          @Override
          public void explained(String seed, Findings findings) {
            explained.add(seed);
          }

          @Override
          public void largest(int accounts) {
            assertThat(accounts).isPositive();
          }
        },
        MOST);
  }
}
