package dev.kith.identity.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.flow.testkit.SeededRandom;
import dev.kith.identity.file.BatchResolver;
import dev.kith.schemas.Evidence;
import dev.kith.schemas.EvidenceKind;
import dev.kith.schemas.Membership;
import dev.kith.schemas.Person;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final int HISTORIES = 10_000;
  private static final int CROWD_SEEDS = 100;
  private static final int TOWNS = 5;

  @Test
  void anyOrderAndAnyRaceGivesTheOraclesAnswer() {
    SeededRandom.forSeeds(
        HISTORIES,
        (chance, seed) -> {
          var history = IdentityHistory.random(chance, "w");

          var answer = new Simulation(chance).after(history.reordered(chance));

          assertThat(answer).isEqualTo(IdentityOracle.of(history));
        });
  }

  @Test
  void aBlockingKeyOfTooManyAccountsIsIgnoredWhileTheyExist() {
    SeededRandom.forSeeds(
        CROWD_SEEDS,
        (chance, seed) -> {
          var history = IdentityHistory.isLarge(chance, "w");

          var answer = new Simulation(chance).after(history.reordered(chance));

          assertThat(answer).isEqualTo(IdentityOracle.of(history));
        });
  }

  @Test
  void theStreamGivesTheSamePersonsAsAFile() {
    SeededRandom.forSeeds(
        TOWNS,
        (chance, seed) -> {
          var resolver = new BatchResolver();
          var town = IdentityHistory.town(chance, 400);
          town.profiles().forEach(each -> resolver.add(each.getAccount(), each));

          var answer = new Simulation(chance).after(town.reordered(chance));

          assertThat(persons(answer)).isEqualTo(persons(resolver));
          assertThat(persons(answer)).hasSizeBetween(100, 390);
        });
  }

  private static Set<Set<String>> persons(IdentityOracle.Answer answer) {
    return persons(
        answer.memberships().values().stream()
            .collect(Collectors.toMap(Membership::getAccount, Membership::getPerson)));
  }

  private static Set<Set<String>> persons(BatchResolver resolver) {
    return resolver
        .persons(progress -> {})
        .flatMap(each -> persons(each.seeds()).stream())
        .collect(Collectors.toSet());
  }

  private static Set<Set<String>> persons(Map<String, String> byAccount) {
    Map<String, Set<String>> persons = new HashMap<>();
    byAccount.forEach(
        (account, person) -> persons.computeIfAbsent(person, none -> new HashSet<>()).add(account));
    return Set.copyOf(persons.values());
  }

  @Test
  void theHistoriesContainTheCasesTheyAreMadeFor() {
    var joined = new AtomicInteger();
    var refused = new AtomicInteger();
    var apart = new AtomicInteger();
    var alike = new AtomicInteger();
    var doubtful = new AtomicInteger();
    var suggested = new AtomicInteger();

    SeededRandom.forSeeds(
        1_000,
        (chance, seed) -> {
          for (Person each :
              IdentityOracle.of(IdentityHistory.random(chance, "w")).people().values()) {
            joined.addAndGet(each.getAccounts().size() > 1 ? 1 : 0);
            refused.addAndGet(each.getRefused().isEmpty() ? 0 : 1);
            apart.addAndGet(each.getAccounts().size() == 1 ? 1 : 0);
            alike.addAndGet(probable(each.getEvidence()));
            doubtful.addAndGet(probable(each.getRefused()));
            suggested.addAndGet(each.getSuggestions().size());
          }
        });

    assertThat(joined).hasValueGreaterThan(300);
    assertThat(refused).hasValueGreaterThan(100);
    assertThat(apart).hasValueGreaterThan(300);
    assertThat(alike).hasValueGreaterThan(200);
    assertThat(doubtful).hasValueGreaterThan(30);
    assertThat(suggested).hasValueGreaterThan(30);
  }

  private static int probable(List<Evidence> evidence) {
    return (int) evidence.stream().filter(each -> each.getKind() == EvidenceKind.PROBABLE).count();
  }
}
