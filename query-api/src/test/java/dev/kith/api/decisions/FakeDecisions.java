package dev.kith.api.decisions;

import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Decision;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stores decisions in memory. */
@Singleton
@Replaces(KafkaDecisions.class)
final class FakeDecisions implements DecisionRepository {
  final Map<String, Decision> kept = Collections.synchronizedMap(new TreeMap<>());

  @Override
  public void save(List<Decision> decisions) {
    decisions.forEach(
        decision -> kept.put(new AccountPair(decision.getA(), decision.getB()).key(), decision));
  }

  @Override
  public List<Decision> all() {
    return List.copyOf(kept.values());
  }

  @Override
  public void withdraw(List<AccountPair> pairs) {
    pairs.forEach(pair -> kept.remove(pair.key()));
  }
}
