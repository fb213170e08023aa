package dev.kith.benchmarks.search;

import dev.kith.schemas.Index;
import dev.kith.schemas.Indices;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What one index is to be filled with.
 *
 * @param index which
 * @param count how many documents
 * @param documents each by its number, from 0
 */
record IndexContents(Index index, int count, IntFunction<IndexDocument> documents) {

  /** All of a world. */
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
