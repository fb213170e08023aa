package dev.kith.api.search;

import static dev.kith.api.search.Terms.any;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes queries for the activities index of clauses.
 *
 * @param moment of the question
 * @param known who the names stand for
 * @param sees what the asker may see
 */
public record ActivityQueries(Moment moment, Known known, Query sees) {
  private static final List<String> FIELDS =
      List.of("title^2", "title.fr^2", "text", "text.fr", "attachments");

  /** What was said and done that fits all clauses; words count in the score. */
  public Query query(Search search) {
    var query = new BoolQuery.Builder().filter(sees).filter(Terms.is("deleted", false));
    search.text().forEach(clause -> query.must(clause(clause)));
    search.conditions().forEach(clause -> query.filter(clause(clause)));
    return query.build()._toQuery();
  }

  /**
   * What says something about who knows a subject: any of the words, and the more of them, the
   * better.
   */
  public Query about(Search search) {
    var query = new BoolQuery.Builder().filter(sees).filter(Terms.is("deleted", false));
    search
        .conditions()
        .filter(ActivityQueries::concernsActivities)
        .map(this::clause)
        .forEach(query::filter);
    var words = new ArrayList<Query>();
    search.text().forEach(clause -> words.add(clause(clause)));
    if (!words.isEmpty()) {
      query.must(m -> m.bool(b -> b.should(words).minimumShouldMatch("1")));
    }
    return query.build()._toQuery();
  }

  /** Whether a clause of a search for people says something about what they do and write. */
  public static boolean concernsActivities(Clause clause) {
    return switch (clause) {
      case Clause.Topic _,
          Clause.Language _,
          Clause.Kind _,
          Clause.Since _,
          Clause.Before _,
          Clause.Network _,
          Clause.At _ ->
          true;
      case Clause.Not not ->
          !(not.clause() instanceof Clause.Network)
              && (concernsActivities(not.clause()) || isText(not.clause()));
      case Clause.Word _,
          Clause.Phrase _,
          Clause.Organisation _,
          Clause.Knows _,
          Clause.Strength _,
          Clause.Trending _,
          Clause.Silent _,
          Clause.Last _ ->
          false;
    };
  }

  private static boolean isText(Clause clause) {
    return clause instanceof Clause.Word || clause instanceof Clause.Phrase;
  }

  Query clause(Clause clause) {
    return switch (clause) {
      case Clause.Word word -> word(word.text());
      case Clause.Phrase phrase -> phrase(phrase.text());
      case Clause.Not not -> Terms.not(clause(not.clause()));
      case Clause.Network network -> any("network", network.names());
      case Clause.Kind kind -> any("kind", kind.names());
      case Clause.Topic topic -> topic(topic.names());
      case Clause.Language language -> any("language", language.codes());
      case Clause.Knows knows -> any("accounts", known.who(knows.who()).accounts());
      case Clause.Last last -> last(last.days());
      case Clause.Since since -> last(since.days());
      case Clause.Before before -> last(before.days());
      case Clause.At at -> Terms.before("at", at.day().plusDays(1));
      case Clause.Organisation _, Clause.Strength _, Clause.Trending _, Clause.Silent _ ->
          Terms.none();
    };
  }

  private Query last(Days days) {
    LocalDate bound = days.bound(moment.today());
    return days.later() ? Terms.from("at", bound) : Terms.before("at", bound);
  }

  /** As the network marks it, or as the text itself tells. */
  private static Query topic(List<String> names) {
    return Terms.either(List.of(any("topics", names), any("phrases", names)));
  }

  /** In the text in either language, or a topic by that name. */
  private static Query word(String word) {
    return orTopic(
        word,
        Query.of(
            q ->
                q.multiMatch(
                    m ->
                        m.query(word)
                            .fields(FIELDS)
                            .type(TextQueryType.MostFields)
                            .operator(Operator.And))));
  }

  private static Query phrase(String phrase) {
    return orTopic(
        phrase,
        Query.of(
            q -> q.multiMatch(m -> m.query(phrase).fields(FIELDS).type(TextQueryType.Phrase))));
  }

  private static Query orTopic(String name, Query text) {
    Query topic = Query.of(q -> q.term(t -> t.field("topics").value(name).boost(2f)));
    return Query.of(q -> q.disMax(d -> d.queries(text, topic).tieBreaker(0.3)));
  }
}
