package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedEvidence;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.query.PageQuery;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Two people in memory, whom every search finds. */
@Singleton
@Requires(property = "test.people", value = "in-memory")
@Replaces(PeopleIndex.class)
public final class FakePeople extends PeopleIndex {
  private final List<IndexedPerson> all =
      List.of(
          person("ann0000000000000", "Ann Lee", "ann"), person("bob0000000000000", "Bob", "bob"));

  /** Needs no Elasticsearch. */
  public FakePeople() {
    super(NoElasticsearch.client());
  }

  private static IndexedPerson person(String id, String name, String login) {
    String email = login + "@example.org";
    return new IndexedPerson(
        id,
        List.of(id, "old-" + login),
        "PERSON",
        false,
        name,
        List.of(name),
        List.of(login),
        List.of("email:" + email, "git:" + name + " <" + email + ">"),
        List.of(email),
        List.of(),
        List.of(),
        List.of("mail", "git"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        null,
        List.of(),
        List.of(
            new IndexedEvidence(
                "email:" + email,
                "git:" + name + " <" + email + ">",
                "DETERMINISTIC",
                "both use " + email,
                20,
                null,
                null)),
        List.of(),
        List.of(
            new IndexedEvidence(
                "email:ann@example.org",
                "email:bob@example.org",
                "PROBABLE",
                "both go by annbob",
                1,
                null,
                null)),
        1.0);
  }

  @Override
  public Optional<IndexedPerson> byId(String id) {
    return all.stream().filter(person -> person.ids().contains(id)).findFirst();
  }

  @Override
  public DeferredQuery<List<IndexedPerson>> deferredByIds(Collection<String> ids) {
    return DeferredQuery.of(all.stream().filter(person -> ids.contains(person.id())).toList());
  }

  @Override
  public Set<String> ids(Query query) {
    return all.stream().map(IndexedPerson::id).collect(Collectors.toSet());
  }

  @Override
  public List<IndexedPerson> byAccounts(Collection<String> accounts) {
    return all.stream()
        .filter(person -> person.accounts().stream().anyMatch(accounts::contains))
        .toList();
  }

  @Override
  public DeferredQuery<Optional<Map<String, Double>>> scores(Query query, int many) {
    return DeferredQuery.of(Optional.of(Map.of()));
  }

  @Override
  public Map<String, String> currentIds(Collection<String> ids, Collection<Query> fulfilling) {
    Map<String, String> present = new HashMap<>();
    for (IndexedPerson person : all) {
      person.ids().stream().filter(ids::contains).forEach(id -> present.put(id, person.id()));
    }
    return present;
  }

  @Override
  public List<IndexedPerson> byAddress(String idOrAddress) {
    return all.stream()
        .filter(
            person ->
                person.id().equals(idOrAddress)
                    || person.emails().contains(idOrAddress)
                    || person.accounts().contains(idOrAddress))
        .toList();
  }

  @Override
  public List<IndexedPerson> byDomain(String domain, int most) {
    return domain.equals("example.org") ? all : List.of();
  }

  @Override
  public Hits<IndexedPerson> page(PageQuery query) {
    var hits =
        all.stream()
            .map(person -> new Hits.Hit<>(person, 1, List.of("1", '"' + person.id() + '"')))
            .limit(query.size())
            .toList();
    return new Hits<>(hits, all.size(), hits.size() == query.size());
  }
}
