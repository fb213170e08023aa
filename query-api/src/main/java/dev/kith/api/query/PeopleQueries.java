package dev.kith.api.query;

import static dev.kith.api.query.Filters.any;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.search.AccountSpelling;
import dev.kith.api.search.SearchOperator;
import dev.kith.api.search.SearchQuery;
import dev.kith.api.search.SearchQuery.Clause;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds queries to the people index from clauses. The score of a match depends on its kind, not on
 * the rarity of the word: an exact address scores above a name, a name above a prefix of it, and
 * that above a similar spelling. Equal matches have equal scores, and closeness decides between
 * them.
 *
 * @param names the persons that the names stand for
 */
public record PeopleQueries(ResolvedNames names) {
  private static final Set<SearchOperator> OF_PEOPLE =
      EnumSet.of(
          SearchOperator.NETWORK, SearchOperator.ORG, SearchOperator.KNOWS, SearchOperator.AT);
  private static final Pattern PHONE = Pattern.compile("(?:\\+|00)[1-9](?:[\\s./()-]*[0-9]){6,14}");
  private static final float ADDRESS = 100;
  private static final float WHOLE_NAME = 30;
  private static final float NAME = 8;
  private static final float HANDLE = 10;
  private static final float BEGINNING = 4;
  private static final float SPELT_ALIKE = 2;
  private static final float ORGANISATION = 3;
  private static final float BIO = 1;

  /** Persons that are no bots or lists, and whose id has not passed to another person. */
  public static Query live() {
    return Filters.all(List.of(Filters.is("ended", false), Filters.term("kind", "PERSON")));
  }

  /** People whose name, address or description matches the words. */
  public Query named(SearchQuery search) {
    var query = new BoolQuery.Builder();
    search.text().forEach(clause -> query.must(clause(clause)));
    query.should(whole(search.words()));
    return query.build()._toQuery();
  }

  /** The conditions on the person itself. */
  public List<Query> conditions(SearchQuery search) {
    return search.conditions().filter(PeopleQueries::concernsPeople).map(this::clause).toList();
  }

  private static boolean concernsPeople(Clause clause) {
    return clause.unnegated().isText() || clause.hasAny(OF_PEOPLE);
  }

  Query clause(Clause clause) {
    return switch (clause) {
      case Clause.Word word -> word(word.text());
      case Clause.Phrase phrase -> phrase(phrase.text());
      case Clause.Not(Clause.Knows knows) -> strangersOf(names.match(knows.who()));
      case Clause.Not not -> Filters.not(clause(not.clause()));
      case Clause.Network network -> any("networks", network.names());
      case Clause.Organisation org -> organisation(org.name());
      case Clause.Knows knows -> any("id", names.match(knows.who()).contacts());
      case Clause.At at -> Filters.before("firstSeen", at.day().plusDays(1));
      case Clause.Kind _,
          Clause.Topic _,
          Clause.Language _,
          Clause.Strength _,
          Clause.Trending _,
          Clause.Silent _,
          Clause.Last _,
          Clause.Since _,
          Clause.Before _ ->
          Filters.everything();
    };
  }

  /** People who are neither these persons nor their contacts. */
  private static Query strangersOf(ResolvedNames.PersonMatch match) {
    return Filters.not(
        any("id", Stream.concat(match.ids().stream(), match.contacts().stream()).toList()));
  }

  private static Query word(String word) {
    return best(
        account(word),
        constantScore(ADDRESS, Filters.term("emails", AccountSpelling.email(word))),
        constantScore(ADDRESS, phone(word)),
        constantScore(HANDLE, Filters.term("handles", word)),
        constantScore(NAME, match("names", word)),
        constantScore(BEGINNING, match("names.prefix", word)),
        constantScore(BEGINNING, match("handles.text", word)),
        constantScore(SPELT_ALIKE, spelt(word)),
        constantScore(ORGANISATION, match("organisations", word)),
        constantScore(BIO, match("bio", word)),
        constantScore(BIO, match("bio.fr", word)));
  }

  private static Query phrase(String phrase) {
    return best(
        account(phrase),
        constantScore(ADDRESS, Filters.term("emails", AccountSpelling.email(phrase))),
        constantScore(ADDRESS, phone(phrase)),
        constantScore(HANDLE, Filters.term("handles", phrase)),
        constantScore(NAME * 2, inOrder("names", phrase)),
        constantScore(ORGANISATION, inOrder("organisations", phrase)),
        constantScore(BIO, inOrder("bio", phrase)),
        constantScore(BIO, inOrder("bio.fr", phrase)));
  }

  /** A phone number with its country code. If it is typed with spaces, it is a phrase. */
  private static Query phone(String typed) {
    return PHONE.matcher(typed).matches()
        ? Filters.term("phones", typed.replaceFirst("^00", "+").replaceAll("[^+0-9]", ""))
        : Filters.none();
  }

  private static Query organisation(String name) {
    return inOrder("organisations", name);
  }

  /** The whole text is exactly one of the names, or an account with spaces in it. */
  private static List<Query> whole(String words) {
    return words.isEmpty()
        ? List.of()
        : Stream.concat(
                account(words).stream(),
                Stream.of(constantScore(WHOLE_NAME, Filters.term("names.exact", words))))
            .toList();
  }

  /** A query for an account, if the text can be one: it has a colon after the network. */
  private static Optional<Query> account(String text) {
    return text.contains(":")
        ? Optional.of(constantScore(ADDRESS, any("accounts", AccountSpelling.accounts(text))))
        : Optional.empty();
  }

  private static Query match(String field, String text) {
    return Query.of(q -> q.match(m -> m.field(field).query(text).operator(Operator.And)));
  }

  private static Query spelt(String text) {
    return Query.of(
        q ->
            q.match(
                m ->
                    m.field("names")
                        .query(text)
                        .operator(Operator.And)
                        .fuzziness("AUTO:4,8")
                        .prefixLength(1)
                        .maxExpansions(50)));
  }

  private static Query inOrder(String field, String text) {
    return Query.of(q -> q.matchPhrase(m -> m.field(field).query(text)));
  }

  private static Query best(Optional<Query> first, Query... more) {
    List<Query> queries = Stream.concat(first.stream(), Stream.of(more)).toList();
    return Query.of(q -> q.disMax(d -> d.queries(queries)));
  }

  /** Scores a match by its kind only, not by the rarity of the word. */
  static Query constantScore(float boost, Query query) {
    return Query.of(q -> q.constantScore(c -> c.filter(query).boost(boost)));
  }
}
