package dev.kith.api.introductions;

import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.query.Moment;
import dev.kith.api.relationships.Closeness;
import dev.kith.api.request.PersonRef;
import dev.kith.schemas.PersonPair;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shows paths: each step with the names of both, and how close they are. */
@Singleton
class PathViews {
  private final Willing willing;
  private final RelationshipsIndex relationships;

  PathViews(Willing willing, RelationshipsIndex relationships) {
    this.willing = willing;
    this.relationships = relationships;
  }

  /** In the same order; without those that came apart while they were looked for. */
  List<IntroductionsView.PathView> of(List<Path> paths, Moment moment) {
    var names = names(paths);
    var found = relationships(paths);
    return paths.stream()
        .filter(path -> names.keySet().containsAll(path.people()))
        .filter(path -> path.steps().stream().allMatch(step -> found.containsKey(step.pair())))
        .map(path -> view(path, names, found, moment))
        .toList();
  }

  private Map<String, PersonRef> names(List<Path> paths) {
    Set<String> ids =
        paths.stream().flatMap(path -> path.people().stream()).collect(Collectors.toSet());
    Set<String> viewers =
        paths.stream().map(path -> path.people().getFirst()).collect(Collectors.toSet());
    return willing.among(ids, viewers).stream()
        .collect(Collectors.toMap(IndexedPerson::id, PersonRef::of, (one, _) -> one));
  }

  private Map<PersonPair, IndexedRelationship> relationships(List<Path> paths) {
    Set<PersonPair> pairs =
        paths.stream()
            .flatMap(path -> path.steps().stream())
            .map(Edge::pair)
            .collect(Collectors.toSet());
    return relationships.among(pairs).stream()
        .collect(
            Collectors.toMap(
                each -> new PersonPair(each.a(), each.b()), Function.identity(), (one, _) -> one));
  }

  private static IntroductionsView.PathView view(
      Path path,
      Map<String, PersonRef> names,
      Map<PersonPair, IndexedRelationship> found,
      Moment moment) {
    List<IndexedRelationship> steps =
        path.steps().stream().map(step -> Objects.requireNonNull(found.get(step.pair()))).toList();
    return new IntroductionsView.PathView(
        Closeness.rounded(score(steps, moment)),
        IntStream.range(0, steps.size())
            .mapToObj(
                i ->
                    new IntroductionsView.Step(
                        Objects.requireNonNull(names.get(path.people().get(i))),
                        Objects.requireNonNull(names.get(path.people().get(i + 1))),
                        Closeness.of(steps.get(i), moment)))
            .toList());
  }

  /** As {@link Path#score()}, without the rounding of Elasticsearch's scores. */
  private static double score(List<IndexedRelationship> steps, Moment moment) {
    return steps.stream()
        .mapToDouble(step -> moment.formula().strength(step.halfLives(), moment.days()) / 100)
        .reduce(100, (a, b) -> a * b);
  }
}
