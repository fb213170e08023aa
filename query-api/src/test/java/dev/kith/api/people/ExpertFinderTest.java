package dev.kith.api.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kith.api.index.ActivitiesIndex.ExpertiseVote;
import dev.kith.api.people.ExpertFinder.Share;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpertFinderTest {
  private static final int MAX = 10;

  @Test
  void whoeverSpeaksGetsMoreThanWhoeverIsSpokenTo() {
    Map<String, Share> shares = shares(vote("ann", 1, "bob"));

    assertThat(weight(shares, "ann")).isGreaterThan(2 * weight(shares, "bob"));
    assertThat(weight(shares, "bob")).isPositive();
  }

  @Test
  void whoIsSpokenToAmongManyGetsLess() {
    assertThat(weight(shares(vote("ann", 1, "bob")), "bob"))
        .isGreaterThan(weight(shares(vote("ann", 1, "bob", "cleo", "dan")), "bob"));
  }

  @Test
  void whomManyDifferentPeopleTurnToCountsMoreThanWhomOneTurnsToAsOften() {
    Map<String, Share> shares =
        shares(
            vote("ann", 1, "bob"),
            vote("ben", 1, "bob"),
            vote("cid", 1, "bob"),
            vote("dan", 1, "eve"),
            vote("dan", 1, "eve"),
            vote("dan", 1, "eve"));

    assertThat(weight(shares, "bob")).isGreaterThan(weight(shares, "eve"));
    assertThat(share(shares, "bob").activities()).isEqualTo(share(shares, "eve").activities());
  }

  @Test
  void whoTurnsToHimselfIsNotTurnedTo() {
    assertThat(shares(vote("ann", 1, "ann"))).isEqualTo(shares(vote("ann", 1)));
  }

  @Test
  void theSharperTheLessMeetingOneOfSeveralWordsCounts() {
    List<ExpertiseVote> votes =
        List.of(vote("ann", 2), vote("bob", 1), vote("bob", 1), vote("bob", 1));

    assertThat(weight(ExpertFinder.byAccount(votes, 1, MAX), "bob")).isEqualTo(3);
    assertThat(weight(ExpertFinder.byAccount(votes, 3, MAX), "ann")).isEqualTo(8);
  }

  @Test
  void onlyTheGreatestSharesAreKeptAndNobodyIsNobody() {
    List<ExpertiseVote> votes = List.of(vote("ann", 2), vote("bob", 1), vote("", 9));

    assertThat(ExpertFinder.byAccount(votes, 1, 1)).containsOnlyKeys("ann");
  }

  @Test
  void theAccountsOfAPersonAddUpAndWhatIsNobodysCountsInTheWholeAlone() {
    var tally =
        ExpertFinder.byPerson(
            shares(vote("ann", 1), vote("annsmail", 2), vote("stranger", 5)),
            Map.of("ann", "a", "annsmail", "a"));

    assertThat(tally.shares()).containsOnlyKeys("a");
    assertThat(weight(tally.shares(), "a")).isCloseTo(3, within(1e-9));
    assertThat(tally.all()).isCloseTo(8, within(1e-9));
    assertThat(tally.relative()).containsEntry("a", 1.0);
  }

  private static ExpertiseVote vote(String actor, double weight, String... towards) {
    return new ExpertiseVote(actor, List.of(towards), weight);
  }

  private static Map<String, Share> shares(ExpertiseVote... votes) {
    return ExpertFinder.byAccount(List.of(votes), 1, MAX);
  }

  private static double weight(Map<String, Share> shares, String account) {
    return share(shares, account).weight();
  }

  private static Share share(Map<String, Share> shares, String account) {
    return shares.getOrDefault(account, new Share(0, 0));
  }
}
