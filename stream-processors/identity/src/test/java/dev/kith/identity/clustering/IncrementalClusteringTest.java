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

/** What is clustered at once, and what waits. */
class IncrementalClusteringTest {
  private static final int MAX = 20;
  private static final int LARGE = 100;

  private final InMemoryNodes nodes = new InMemoryNodes();
  private final Map<String, String> places = new HashMap<>();
  private final List<String> explained = new ArrayList<>();
  private IncrementalClustering clustering = clustering();

  @Test
  void aLargeComponentIsClusteredOnceForAllEvidence() {
    evidence(0, LARGE);

    assertThat(clustering.isUpToDate()).isFalse();
    assertThat(explained).hasSizeLessThan(MAX);

    explained.clear();
    clustering.clusterPending();

    assertThat(clustering.isUpToDate()).isTrue();
    assertThat(explained).containsExactly(account(0));
    assertThat(places).hasSize(LARGE).allSatisfy((each, seed) -> assertThat(seed).isEqualTo("a00"));
  }

  @Test
  void pendingComponentsAreClusteredAfterARestart() {
    evidence(0, LARGE);

    clustering = clustering();
    clustering.clusterPending();

    assertThat(places).hasSize(LARGE).allSatisfy((each, seed) -> assertThat(seed).isEqualTo("a00"));
    assertThat(clustering().isUpToDate()).isTrue();
  }

  @Test
  void anAccountThatLeavesALargeComponentIsRemovedAtOnce() {
    evidence(0, LARGE);
    clustering.clusterPending();
    places.clear();

    clustering.apply(
        List.of(
            EvidenceUpdate.removed(account(LARGE - 1), account(LARGE), PairEvidence.Type.MATCH)));

    assertThat(places).containsExactly(Map.entry(account(LARGE), account(LARGE)));
  }

  @Test
  void anAccountThatIsAloneBeforeItIsClusteredStartsAnewWhenItReturns() {
    evidence(0, LARGE);
    clustering.clusterPending();
    places.clear();

    var last = EvidenceUpdate.removed(account(LARGE - 1), account(LARGE), PairEvidence.Type.MATCH);
    clustering.apply(
        List.of(last, EvidenceUpdate.removed(account(0), account(1), PairEvidence.Type.MATCH)));
    evidence(LARGE - 1, LARGE);
    clustering.clusterPending();

    assertThat(places).hasSize(LARGE).allSatisfy((each, seed) -> assertThat(seed).isEqualTo("a01"));
  }

  @Test
  void theStrongestEvidenceIsShownIfThereIsVeryMuch() {
    var seeds = Map.of("a", "a", "b", "a");
    var many =
        IntStream.range(0, 2 * ClusterExplanation.MAX_EVIDENCE).mapToObj(this::finding).toList();

    var told = ClusterExplanation.of(seeds, many, many, many).findings("a");

    assertThat(told.accepted()).hasSize(ClusterExplanation.MAX_EVIDENCE);
    assertThat(told.accepted().getFirst()).isEqualTo(many.getLast());
    assertThat(told.refused()).hasSize(ClusterExplanation.MAX_REFUSALS);
    assertThat(told.suggested()).hasSize(ClusterExplanation.MAX_SUGGESTIONS);
  }

  private Finding finding(int bits) {
    return new Finding("a", "b", EvidenceKind.PROBABLE, "", bits, null, null);
  }

  /** Connects each account with the next. */
  private void evidence(int from, int to) {
    for (int i = from; i < to; i++) {
      clustering.apply(
          List.of(
              EvidenceUpdate.of(
                  account(i), account(i + 1), new PairEvidence.Match(1_000, "alike"))));
    }
  }

  private static String account(int number) {
    return "a%02d".formatted(number);
  }

  private IncrementalClustering clustering() {
    return new IncrementalClustering(
        nodes,
        account ->
            Optional.of(
                new AccountAttributes(
                    Long.parseLong(account.substring(1)),
                    AccountKind.PERSON,
                    Map.of(),
                    List.of(),
                    null)),
        new IncrementalClustering.Listener() {
          @Override
          public void assigned(String account, String seed) {
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
        MAX);
  }
}
