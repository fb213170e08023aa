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
record Stock(Index index, int count, IntFunction<Document> documents) {

  /** All of a world. */
  static List<Stock> of(World world, Indices indices) {
    var population = new Population(world);
    var acquaintance = new Acquaintance(world);
    var subjects = new Subjects(world);
    var people = new PeopleDocuments(world, population, subjects);
    var relationships = new RelationshipDocuments(world, population, acquaintance);
    var activities = new ActivityDocuments(world, population, acquaintance, subjects);
    return List.of(
        new Stock(indices.people(), world.people(), people::document),
        new Stock(indices.activities(), world.activities(), activities::document),
        new Stock(indices.relationships(), world.relationships(), relationships::document));
  }
}
