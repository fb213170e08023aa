package dev.kith.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The query types that a text of the caller may become. */
final class Syntax {
  /** None of these parses its text: not query_string, regexp, wildcard or script. */
  private static final Set<Query.Kind> PLAIN =
      Set.of(
          Query.Kind.Bool,
          Query.Kind.ConstantScore,
          Query.Kind.DisMax,
          Query.Kind.Exists,
          Query.Kind.FunctionScore,
          Query.Kind.Match,
          Query.Kind.MatchAll,
          Query.Kind.MatchNone,
          Query.Kind.MatchPhrase,
          Query.Kind.MultiMatch,
          Query.Kind.Range,
          Query.Kind.Term,
          Query.Kind.Terms);

  private Syntax() {}

  static void refuse(Query query) {
    assertThat(query._kind()).isIn(PLAIN);
    inside(query).forEach(Syntax::refuse);
  }

  private static Stream<Query> inside(Query query) {
    return switch (query._kind()) {
      case Bool ->
          Stream.of(
                  query.bool().must(),
                  query.bool().filter(),
                  query.bool().should(),
                  query.bool().mustNot())
              .flatMap(List::stream);
      case ConstantScore -> Stream.of(query.constantScore().filter());
      case DisMax -> query.disMax().queries().stream();
      case FunctionScore -> Stream.ofNullable(query.functionScore().query());
      default -> Stream.of();
    };
  }
}
