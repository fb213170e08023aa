package dev.kith.benchmarks.search;

import dev.kith.schemas.Index;
import dev.kith.schemas.Indices;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The documents of one index.
 *
 * @param index the index to fill
 * @param count number of documents
 * @param documents returns a document by its number, counted from 0
 */
record IndexContents(Index index, int count, IntFunction<IndexDocument> documents) {

  /** Returns the contents of the three indices of a world. */
  static List<IndexContents> of(SyntheticWorld world, Indices indices) {
    var population = new PopulationModel(world);
    var acquaintance = new AcquaintanceSampler(world);
    var subjects = new TopicModel(world);
    var people = new SyntheticPeople(world, population, subjects);
    var relationships = new SyntheticRelationships(world, population, acquaintance);
    var activities = new SyntheticActivities(world, population, acquaintance, subjects);
    return List.of(
        new IndexContents(indices.people(), world.people(), people::document),
        new IndexContents(indices.activities(), world.activities(), activities::document),
        new IndexContents(indices.relationships(), world.relationships(), relationships::document));
  }
}
