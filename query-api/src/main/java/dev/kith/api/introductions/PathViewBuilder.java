package dev.kith.api.introductions;

import dev.kith.api.closeness.Closeness;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.document.PersonRef;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.introductions.IntroductionPath.PathStep;
import dev.kith.api.query.Moment;
import dev.kith.schemas.PersonPair;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Adds names and closeness to paths. */
@Singleton
class PathViewBuilder {
  private final IntroductionConsent consent;
  private final RelationshipsIndex relationships;

  PathViewBuilder(IntroductionConsent consent, RelationshipsIndex relationships) {
    this.consent = consent;
    this.relationships = relationships;
  }

  /** The paths in the given order, without those that ended during the search. */
  List<IntroductionsView.PathView> of(List<IntroductionPath> paths, Moment moment) {
    var names = names(paths);
    var found = relationships(paths);
    return paths.stream()
        .filter(path -> names.keySet().containsAll(path.people()))
        .filter(path -> path.steps().stream().allMatch(step -> found.containsKey(step.pair())))
        .map(path -> view(path, names, found, moment))
        .toList();
  }

  private Map<String, PersonRef> names(List<IntroductionPath> paths) {
    Set<String> ids =
        paths.stream().flatMap(path -> path.people().stream()).collect(Collectors.toSet());
    Set<String> viewers =
        paths.stream().map(path -> path.people().getFirst()).collect(Collectors.toSet());
    return consent.consenting(ids, viewers).stream()
        .collect(Collectors.toMap(IndexedPerson::id, PersonRef::of, (one, _) -> one));
  }

  private Map<PersonPair, IndexedRelationship> relationships(List<IntroductionPath> paths) {
    Set<PersonPair> pairs =
        paths.stream()
            .flatMap(path -> path.steps().stream())
            .map(PathStep::pair)
            .collect(Collectors.toSet());
    return relationships.among(pairs).stream()
        .collect(
            Collectors.toMap(
                each -> new PersonPair(each.a(), each.b()), Function.identity(), (one, _) -> one));
  }

  private static IntroductionsView.PathView view(
      IntroductionPath path,
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

  /** As {@link IntroductionPath#score()}, without the rounding of Elasticsearch's scores. */
  private static double score(List<IndexedRelationship> steps, Moment moment) {
    return steps.stream()
        .mapToDouble(step -> moment.formula().strength(step.halfLives(), moment.days()) / 100)
        .reduce(100, (a, b) -> a * b);
  }
}
