package dev.kith.api.people;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Page;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.index.Question;
import dev.kith.api.index.Tie;
import dev.kith.api.relationships.Closeness;
import dev.kith.api.search.PeopleQueries;
import dev.kith.api.search.Terms;
import dev.kith.api.web.WrongParameter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists whom the asker knows, closest first, without any words to rank by. */
@Singleton
class Acquaintances {
  private static final int AT_ONCE = 500;

  private final PeopleIndex people;
  private final Ties ties;

  Acquaintances(PeopleIndex people, Ties ties) {
    this.people = people;
    this.ties = ties;
  }

  /** A page of the people at the other end of these ties who fulfil the conditions. */
  PeoplePage page(List<Tie> close, List<Query> conditions, Asker asker, Page page) {
    var fitting = new ArrayList<>(conditions);
    fitting.add(PeopleQueries.live());
    List<Tie> left = close.subList(start(close, page.after()), close.size());
    var found = new ArrayList<PersonDocument>();
    int at = 0;
    for (; at < left.size() && found.size() <= page.size(); at += AT_ONCE) {
      found.addAll(inOrder(left.subList(at, Math.min(at + AT_ONCE, left.size())), fitting));
    }
    long total = conditions.isEmpty() ? close.size() : count(close, fitting);
    return answer(found, total, close, asker, page);
  }

  /** One more than the page is looked for: it tells whether another page follows. */
  private PeoplePage answer(
      List<PersonDocument> found, long total, List<Tie> close, Asker asker, Page page) {
    List<PersonDocument> shown = found.stream().limit(page.size()).toList();
    List<String> ids = shown.stream().map(PersonDocument::id).toList();
    Map<String, Closeness> closeness = ties.to(ids, asker, page.moment());
    List<PersonHit> hits =
        shown.stream()
            .map(person -> PersonHit.of(person, closeness.get(person.id()), null))
            .toList();
    String next = found.size() > shown.size() ? page.next(position(close, ids.getLast())) : null;
    return new PeoplePage(hits, total, next, asker.view(), page.moment().now());
  }

  private List<PersonDocument> inOrder(List<Tie> some, List<Query> fitting) {
    Map<String, PersonDocument> found =
        people
            .page(
                new Question(
                    among(some, fitting),
                    List.of(dev.kith.api.index.Orders.byId()),
                    List.of(),
                    some.size(),
                    PeopleIndex.DETAILS))
            .documents()
            .stream()
            .collect(Collectors.toMap(PersonDocument::id, person -> person, (one, _) -> one));
    return some.stream().flatMap(tie -> Stream.ofNullable(found.get(tie.person()))).toList();
  }

  private long count(List<Tie> close, List<Query> fitting) {
    return people.page(Question.first(1, among(close, fitting))).total();
  }

  private static Query among(List<Tie> some, List<Query> fitting) {
    Query these = Terms.any("id", some.stream().map(Tie::person).toList());
    return Terms.all(Stream.concat(Stream.of(these), fitting.stream()).toList());
  }

  private static List<String> position(List<Tie> close, String person) {
    double sum =
        close.stream()
            .filter(tie -> tie.person().equals(person))
            .findFirst()
            .map(Tie::sum)
            .orElse(0.0);
    return List.of(Double.toString(sum), '"' + person + '"');
  }

  /** Where the page begins: after the last person shown, or after all who were closer. */
  private static int start(List<Tie> close, List<String> after) {
    if (after.isEmpty()) {
      return 0;
    }
    if (after.size() != 2 || !after.getFirst().matches("[0-9.E-]{1,30}")) {
      throw WrongParameter.because("cursor", "expected the value of next in the page before");
    }
    double sum = Double.parseDouble(after.getFirst());
    for (int i = 0; i < close.size(); i++) {
      if (after.getLast().equals('"' + close.get(i).person() + '"')) {
        return i + 1;
      }
      if (close.get(i).sum() < sum) {
        return i;
      }
    }
    return close.size();
  }
}
