package dev.kith.benchmarks.search;

import dev.kith.benchmarks.search.SyntheticWorld.Sort;
import dev.kith.indexing.document.PersonDocument;
import dev.kith.schemas.Evidence;
import dev.kith.schemas.EvidenceKind;
import dev.kith.schemas.Person;
import dev.kith.schemas.PersonAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Generates the documents of people. */
record SyntheticPeople(SyntheticWorld world, PopulationModel population, TopicModel subjects) {
  private static final long VERSION = 1;
  private static final int YEARS_IN_DAYS = 3_650;

  IndexDocument document(int number) {
    var somebody = population.somebody(number);
    SplittableRandom chance = world.chance(Sort.INTEREST, -1L - number);
    List<PersonAccount> accounts = accounts(somebody, chance);
    var person =
        Person.newBuilder()
            .setId(population.id(number))
            .setVersion(VERSION)
            .setKind(somebody.kind())
            .setNames(List.of(somebody.name()))
            .setAccounts(accounts)
            .setEvidence(
                accounts.stream().skip(1).map(other -> same(somebody, other.getAccount())).toList())
            .build();
    return new IndexDocument(person.getId(), PersonDocument.of(person));
  }

  private List<PersonAccount> accounts(PopulationModel.Somebody somebody, SplittableRandom chance) {
    var accounts = new ArrayList<PersonAccount>();
    var mail = account(somebody, somebody.account(), "mail", chance);
    mail.setOrganisation(chance.nextDouble() < 0.6 ? somebody.organisation() : null);
    accounts.add(mail.build());
    if (somebody.commits()) {
      String author = "git:%s <%s>".formatted(somebody.name(), somebody.email());
      accounts.add(
          account(somebody, author, "git", chance)
              .setEmails(List.of(somebody.email()))
              .setContexts(List.of(subjects.name(subjects.of(somebody.number(), chance))))
              .build());
    }
    if (somebody.toots()) {
      String address = "fediverse:%s@%s.example".formatted(somebody.handle(), "social");
      accounts.add(
          account(somebody, address, "fediverse", chance)
              .setHandle(somebody.handle())
              .setBio(somebody.tells() ? bio(somebody, chance) : null)
              .build());
    }
    return accounts;
  }

  private String bio(PopulationModel.Somebody somebody, SplittableRandom chance) {
    int subject = subjects.of(somebody.number(), chance);
    return subjects.name(subject) + " " + subjects.text(subject, 9, chance);
  }

  private PersonAccount.Builder account(
      PopulationModel.Somebody somebody, String account, String network, SplittableRandom chance) {
    int day = world.today() - chance.nextInt(YEARS_IN_DAYS);
    return PersonAccount.newBuilder()
        .setAccount(account)
        .setNetwork(network)
        .setKind(somebody.kind())
        .setSeen(Instant.ofEpochSecond(day * 86_400L))
        .setNames(List.of(somebody.name()));
  }

  private static Evidence same(PopulationModel.Somebody somebody, String other) {
    return Evidence.newBuilder()
        .setA(somebody.account())
        .setB(other)
        .setKind(EvidenceKind.DETERMINISTIC)
        .setReason("both use " + somebody.email())
        .setBits(20.0)
        .build();
  }
}
