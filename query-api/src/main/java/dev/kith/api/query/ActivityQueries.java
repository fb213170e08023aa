package dev.kith.api.query;

import static dev.kith.api.query.Filters.any;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch._types.query_dsl.ZeroTermsQuery;
import co.elastic.clients.json.JsonData;
import dev.kith.api.search.DateBound;
import dev.kith.api.search.SearchOperator;
import dev.kith.api.search.SearchQuery;
import dev.kith.api.search.SearchQuery.Clause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds queries to the activities index from clauses.
 *
 * @param moment of the request
 * @param names the persons that the names stand for
 * @param viewer for whom blind copies and private activities are left out
 */
public record ActivityQueries(Moment moment, ResolvedNames names, Viewer viewer) {
  private static final List<String> FIELDS =
      List.of("title^2", "title.fr^2", "text", "text.fr", "attachments");

  /**
   * The operators of activities, apart from {@code network:}, which excludes people if it is
   * negated.
   */
  private static final Set<SearchOperator> OF_ACTIVITIES =
      EnumSet.of(
          SearchOperator.TOPIC,
          SearchOperator.LANG,
          SearchOperator.KIND,
          SearchOperator.SINCE,
          SearchOperator.BEFORE,
          SearchOperator.AT);

  /** Scores are raised to a power afterwards: the effective half-life is about four years. */
  private static final long HALF_LIFE_MILLIS = 2_190L * 86_400_000;

  private static final double FOREVER = 0.46;

  private static final List<String> ENGLISH = List.of("title", "text");
  private static final List<String> FRENCH = List.of("title.fr", "text.fr");

  /** The length of the longest stop word of English and French: "auraient". */
  private static final int LONGEST_STOP_WORD = 9;

  /** Names such as C++ and C#, of which analysis keeps only the letter: never stop words. */
  private static final Pattern NAME_WITH_SIGNS = Pattern.compile("\\p{L}[+#]");

  /** The activities that match all clauses; words are scored. */
  public Query query(SearchQuery search) {
    var query = new BoolQuery.Builder().filter(viewer.sees()).filter(Filters.is("deleted", false));
    List<Clause> words = search.text().toList();
    words.forEach(clause -> query.must(text(clause, ZeroTermsQuery.All)));
    if (!words.isEmpty() && words.stream().allMatch(ActivityQueries::mayBeStopWord)) {
      query.filter(anyFound(words));
    }
    search.conditions().forEach(clause -> query.filter(clause(clause)));
    return query.build()._toQuery();
  }

  /** The votes for people who know a subject: activities about it, scored by match and recency. */
  public Query votes(SearchQuery search) {
    return fading(scored(about(search), search));
  }

  /** Conditions alone give no score; each match then scores 1. */
  private static Query scored(Query matching, SearchQuery search) {
    return search.words().isEmpty() && search.all(Clause.Topic.class).isEmpty()
        ? Query.of(q -> q.constantScore(c -> c.filter(matching)))
        : matching;
  }

  /** Reduces the score with age, but never to zero. */
  private Query fading(Query matching) {
    var recent =
        FunctionScore.of(
            f ->
                f.weight(1 - FOREVER)
                    .exp(
                        decay ->
                            decay.untyped(
                                u ->
                                    u.field("at")
                                        .placement(
                                            p ->
                                                p.origin(JsonData.of(moment.now().toEpochMilli()))
                                                    .scale(JsonData.of(HALF_LIFE_MILLIS + "ms"))
                                                    .decay(0.5)))));
    var always = FunctionScore.of(f -> f.weight(FOREVER));
    return Query.of(
        q ->
            q.functionScore(
                f ->
                    f.query(matching)
                        .functions(recent, always)
                        .scoreMode(FunctionScoreMode.Sum)
                        .boostMode(FunctionBoostMode.Multiply)));
  }

  /**
   * The activities about the subject: with any of the words, scored higher with more of them, or
   * with any of the topics.
   */
  public Query about(SearchQuery search) {
    var query = new BoolQuery.Builder().filter(viewer.sees()).filter(Filters.is("deleted", false));
    search.all(Clause.Topic.class).forEach(topic -> query.must(clause(topic)));
    search
        .conditions()
        .filter(clause -> concernsActivities(clause) && !(clause instanceof Clause.Topic))
        .map(this::clause)
        .forEach(query::filter);
    var words = new ArrayList<Query>();
    search.text().forEach(clause -> words.add(clause(clause)));
    if (!words.isEmpty()) {
      query.must(m -> m.bool(b -> b.should(words).minimumShouldMatch("1")));
    }
    return query.build()._toQuery();
  }

  /** Matches what any of the clauses matches, as of the moment of the request. */
  public Query anyOf(Collection<Clause> clauses) {
    return Filters.all(
        List.of(
            viewer.sees(),
            Filters.is("deleted", false),
            Filters.until("at", moment.now()),
            Filters.either(clauses.stream().map(this::clause).toList())));
  }

  /** Whether a clause of a search for people is a condition on their activities. */
  public static boolean concernsActivities(Clause clause) {
    if (clause.isNegated()) {
      return clause.unnegated().isText() || clause.hasAny(OF_ACTIVITIES);
    }
    return clause instanceof Clause.Network || clause.hasAny(OF_ACTIVITIES);
  }

  Query clause(Clause clause) {
    return switch (clause) {
      case Clause.Word _, Clause.Phrase _ -> text(clause, ZeroTermsQuery.None);
      case Clause.Not not -> Filters.not(clause(not.clause()));
      case Clause.Network network -> any("network", network.names());
      case Clause.Kind kind -> any("kind", kind.names());
      case Clause.Topic topic -> topic(topic.names());
      case Clause.Language language -> any("language", language.codes());
      case Clause.Knows knows -> viewer.involving(names.match(knows.who()).accounts());
      case Clause.Last last -> last(last.days());
      case Clause.Since since -> last(since.days());
      case Clause.Before before -> last(before.days());
      case Clause.At at -> Filters.before("at", at.day().plusDays(1));
      case Clause.Organisation _, Clause.Strength _, Clause.Trending _, Clause.Silent _ ->
          Filters.none();
    };
  }

  private Query last(DateBound days) {
    LocalDate bound = days.bound(moment.today());
    return days.later() ? Filters.from("at", bound) : Filters.before("at", bound);
  }

  /** A topic that the network marks, or a phrase of the text or the title. */
  private static Query topic(List<String> names) {
    return best(names.stream().flatMap(ActivityQueries::topic).toList());
  }

  private static Stream<Query> topic(String name) {
    Query said =
        name.contains(" ")
            ? phrase(name, ZeroTermsQuery.None)
            : word(name, FIELDS, ZeroTermsQuery.None);
    return Stream.of(said, marked("topics", name), marked("phrases", name));
  }

  private static Query text(Clause clause, ZeroTermsQuery ifWithoutTerms) {
    ZeroTermsQuery zeroTerms =
        NAME_WITH_SIGNS.matcher(clause.text()).find() ? ZeroTermsQuery.None : ifWithoutTerms;
    return switch (clause) {
      case Clause.Word word ->
          best(List.of(word(word.text(), FIELDS, zeroTerms), marked("topics", word.text())));
      case Clause.Phrase phrase ->
          best(List.of(phrase(phrase.text(), zeroTerms), marked("topics", phrase.text())));
      default -> Filters.none();
    };
  }

  private static boolean mayBeStopWord(Clause clause) {
    return clause.text().length() <= LONGEST_STOP_WORD;
  }

  /**
   * A stop word of one language may be a word of the other, such as {@code son}: if all words are
   * stop words in one language, at least one must match in the other. If analysis removes all words
   * in both languages, everything matches.
   */
  private static Query anyFound(List<Clause> words) {
    Stream<Query> found = words.stream().map(word -> text(word, ZeroTermsQuery.None));
    Query nothingLeft =
        Filters.all(
            words.stream()
                .map(Clause::text)
                .flatMap(
                    word -> Stream.of(ENGLISH, FRENCH).map(f -> word(word, f, ZeroTermsQuery.All)))
                .toList());
    return Filters.either(Stream.concat(found, Stream.of(nothingLeft)).toList());
  }

  /**
   * A word in the text, in either language.
   *
   * @param ifWithoutTerms the result for a word that an analyzer removes, such as "the"
   */
  private static Query word(String word, List<String> fields, ZeroTermsQuery ifWithoutTerms) {
    return Query.of(
        q ->
            q.multiMatch(
                m ->
                    m.query(word)
                        .fields(fields)
                        .type(TextQueryType.MostFields)
                        .operator(Operator.And)
                        .zeroTermsQuery(ifWithoutTerms)));
  }

  private static Query phrase(String phrase, ZeroTermsQuery ifWithoutTerms) {
    return Query.of(
        q ->
            q.multiMatch(
                m ->
                    m.query(phrase)
                        .fields(FIELDS)
                        .type(TextQueryType.Phrase)
                        .zeroTermsQuery(ifWithoutTerms)));
  }

  private static Query marked(String field, String topic) {
    return Query.of(q -> q.term(t -> t.field(field).value(topic).boost(2f)));
  }

  private static Query best(List<Query> queries) {
    return Query.of(q -> q.disMax(d -> d.queries(queries).tieBreaker(0.3)));
  }
}
