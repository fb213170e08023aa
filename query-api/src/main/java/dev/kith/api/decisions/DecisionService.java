package dev.kith.api.decisions;

import dev.kith.api.ApiSettings;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.request.PersonResolver;
import dev.kith.api.request.RequestParser;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Decision;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks, stores and withdraws decisions. */
@Singleton
class DecisionService {
  private static final int BATCH_SIZE = 1_000;
  private static final String ANONYMOUS = "somebody";

  private final DecisionRepository repository;
  private final PeopleIndex people;
  private final PersonResolver persons;
  private final ApiSettings settings;
  private final RequestParser requestParser;

  DecisionService(
      DecisionRepository repository,
      PeopleIndex people,
      PersonResolver persons,
      ApiSettings settings,
      RequestParser requestParser) {
    this.repository = repository;
    this.people = people;
    this.persons = persons;
    this.settings = settings;
    this.requestParser = requestParser;
  }

  /** Stores decisions, all or none; their accounts must be known. */
  List<Decision> decide(List<DecisionRequest> requests) {
    List<PairDecision> decisions =
        IntStream.range(0, requests.size())
            .mapToObj(i -> PairDecision.of(requests.get(i), prefix(i, requests)))
            .toList();
    requireKnown(decisions);
    return save(decisions);
  }

  /** Separates accounts from a person. */
  List<Decision> separate(SeparationRequest request) {
    var separation = Separation.of(request);
    IndexedPerson person = persons.found("person", request.person());
    return save(separation.decisions(person.accounts()));
  }

  /** Withdraws the decisions about these pairs, all or none. */
  void withdraw(List<PairRequest> requests) {
    repository.withdraw(
        IntStream.range(0, requests.size())
            .mapToObj(i -> PairDecision.pair(requests.get(i), prefix(i, requests)))
            .toList());
  }

  /** The decisions that were not withdrawn; only those about an account if there is one. */
  Collection<Decision> all(Optional<String> account) {
    return repository.all().stream()
        .filter(each -> account.isEmpty() || isAbout(each, account.orElseThrow()))
        .toList();
  }

  private static boolean isAbout(Decision decision, String account) {
    return decision.getA().equals(account) || decision.getB().equals(account);
  }

  private List<Decision> save(List<PairDecision> accepted) {
    Instant now = requestParser.now().now();
    List<Decision> decisions = accepted.stream().map(each -> decision(each, now)).toList();
    repository.save(decisions);
    return decisions;
  }

  private Decision decision(PairDecision decision, Instant now) {
    var pair = AccountPair.of(decision.a(), decision.b());
    return Decision.newBuilder()
        .setA(pair.a())
        .setB(pair.b())
        .setVerdict(decision.verdict())
        .setBy(by(decision))
        .setAt(now)
        .setNote(decision.note())
        .build();
  }

  private String by(PairDecision decision) {
    return Stream.of(Optional.ofNullable(decision.by()), Optional.ofNullable(settings.as()))
        .flatMap(Optional::stream)
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse(ANONYMOUS);
  }

  private void requireKnown(List<PairDecision> decisions) {
    Set<String> known = known(decisions);
    for (int i = 0; i < decisions.size(); i++) {
      PairDecision decision = decisions.get(i);
      requireKnown(known, prefix(i, decisions) + "a", decision.a());
      requireKnown(known, prefix(i, decisions) + "b", decision.b());
    }
  }

  private static void requireKnown(Set<String> known, String field, String account) {
    if (!known.contains(account)) {
      throw InvalidParameterException.expected(field, "the id of a known account", account);
    }
  }

  private Set<String> known(List<PairDecision> decisions) {
    List<String> accounts =
        decisions.stream().flatMap(each -> Stream.of(each.a(), each.b())).distinct().toList();
    Set<String> known = new HashSet<>();
    for (int i = 0; i < accounts.size(); i += BATCH_SIZE) {
      people
          .byAccounts(accounts.subList(i, Math.min(i + BATCH_SIZE, accounts.size())))
          .forEach(person -> known.addAll(person.accounts()));
    }
    return known;
  }

  /** The prefix of field names in errors: the index, if there are several. */
  private static String prefix(int index, List<?> all) {
    return all.size() == 1 ? "" : "[" + index + "].";
  }
}
