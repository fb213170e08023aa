package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.asking.Asker;
import dev.kith.api.asking.PersonRef;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.index.ActivityDocument;
import dev.kith.api.index.Orders;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.index.Question;
import dev.kith.api.search.Moment;
import dev.kith.api.search.Terms;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Recalls what two people have to do with each other, as far as the asker may see it. */
@Singleton
class Memories {
  private static final int MOST_EXCHANGES = 500;
  private static final int MOST_QUESTIONS = 50;
  private static final int MOST_TOPICS = 200;
  private static final int SHOWN = 10;

  private final ActivitiesIndex activities;
  private final PeopleIndex people;

  Memories(ActivitiesIndex activities, PeopleIndex people) {
    this.activities = activities;
    this.people = people;
  }

  Memory of(PersonDocument one, PersonDocument other, Asker asker, Moment moment) {
    Query seen =
        Terms.all(
            List.of(
                asker.sees(),
                Terms.is("deleted", false),
                Terms.is("automated", false),
                Terms.before("at", moment.today().plusDays(1))));
    var exchanges = new Exchanges(one, other, between(one, other, seen));
    List<ActivityDocument> questions =
        exchanges.questions(moment.today().minusYears(1).toString()).stream()
            .limit(MOST_QUESTIONS)
            .toList();
    return new Memory(
        exchanges.last(),
        exchanges.open(questions, answers(questions, seen)).stream().limit(SHOWN).toList(),
        exchanges.highlights(),
        topicsInCommon(one, other, seen),
        people.holding(exchanges.others(SHOWN)).stream().map(PersonRef::of).toList());
  }

  private List<ActivityDocument> between(PersonDocument one, PersonDocument other, Query seen) {
    Query either = Terms.either(List.of(from(one, other), from(other, one)));
    return newest(Terms.all(List.of(seen, either)));
  }

  private static Query from(PersonDocument one, PersonDocument other) {
    return Terms.all(
        List.of(Terms.any("actor", one.accounts()), Terms.any("towards", other.accounts())));
  }

  private List<ActivityDocument> answers(List<ActivityDocument> questions, Query seen) {
    List<String> ids = questions.stream().map(ActivityDocument::id).toList();
    return ids.isEmpty()
        ? List.of()
        : newest(Terms.all(List.of(seen, Terms.any("inReplyTo", ids))));
  }

  private List<ActivityDocument> newest(Query query) {
    var question =
        new Question(query, Orders.descending("at"), List.of(), MOST_EXCHANGES, List.of());
    return activities.page(question).documents();
  }

  /** What is rare for one of them counts by the lesser of the two. */
  private List<String> topicsInCommon(PersonDocument one, PersonDocument other, Query seen) {
    Map<String, Long> some = topics(one, seen);
    Map<String, Long> others = topics(other, seen);
    return some.entrySet().stream()
        .filter(topic -> others.containsKey(topic.getKey()))
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<String, Long> topic) ->
                        -Math.min(topic.getValue(), others.getOrDefault(topic.getKey(), 0L)))
                .thenComparing(Map.Entry::getKey))
        .limit(SHOWN)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, Long> topics(PersonDocument person, Query seen) {
    return activities.topics(
        Terms.all(List.of(seen, Terms.any("actor", person.accounts()))), MOST_TOPICS);
  }
}
