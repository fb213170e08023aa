package dev.kith.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The people of the demo, and the relationships between them.
 *
 * @param people in the order of {@code people.csv}; the first is the viewer
 * @param relationships each pair at most once
 */
record DemoTown(List<DemoPerson> people, List<DemoRelationship> relationships) {
  private static final double KNOWN_IN_ONE_TOPIC = 0.13;
  private static final List<ContactRate> USUAL =
      List.of(
          ContactRate.OCCASIONAL,
          ContactRate.OCCASIONAL,
          ContactRate.OCCASIONAL,
          ContactRate.OCCASIONAL,
          ContactRate.OCCASIONAL,
          ContactRate.OCCASIONAL,
          ContactRate.STEADY,
          ContactRate.STEADY,
          ContactRate.LOST,
          ContactRate.WARMING,
          ContactRate.COOLING,
          ContactRate.LOST,
          ContactRate.CLOSE);
  private static final int FEWEST_FRIENDS = 2;
  private static final double SELDOM = 0.1;

  /** Creates the relationships listed in {@code friendships.csv} and adds random ones. */
  static DemoTown of(long seed) {
    List<DemoPerson> people = readPeople();
    Map<String, DemoPerson> byKey = new TreeMap<>();
    people.forEach(person -> byKey.put(person.key(), person));
    List<DemoRelationship> relationships = new ArrayList<>();
    for (List<String> row : TextResource.rows("friendships.csv")) {
      relationships.add(
          new DemoRelationship(
              find(byKey, row.get(0)), find(byKey, row.get(1)), ContactRate.valueOf(row.get(2))));
    }
    addByChance(people, relationships, RandomSource.of(seed, "ties"));
    return new DemoTown(people, relationships);
  }

  private static List<DemoPerson> readPeople() {
    List<DemoPerson> people = new ArrayList<>();
    for (List<String> row : TextResource.rows("people.csv")) {
      people.add(
          new DemoPerson(
              row.get(0),
              row.get(1),
              row.get(2),
              List.of(row.get(3).split(" ", -1)),
              row.get(4),
              people.size()));
    }
    return people;
  }

  private static DemoPerson find(Map<String, DemoPerson> byKey, String key) {
    DemoPerson person = byKey.get(key);
    if (person == null) {
      throw new IllegalStateException("expected a person of people.csv, found " + key);
    }
    return person;
  }

  /**
   * Adds random relationships between people who share a topic, then more for people with fewer
   * than two. The first person gets none, so that the results of the viewer's queries are known.
   */
  private static void addByChance(
      List<DemoPerson> people, List<DemoRelationship> relationships, RandomSource random) {
    for (double probability : new double[] {KNOWN_IN_ONE_TOPIC, 1}) {
      for (int i = 1; i < people.size(); i++) {
        for (int j = i + 1; j < people.size(); j++) {
          DemoPerson a = people.get(i);
          DemoPerson b = people.get(j);
          boolean lonely =
              probability < 1 || isLonely(a, relationships) || isLonely(b, relationships);
          if (lonely && couldMeet(a, b, relationships) && random.happens(probability)) {
            relationships.add(new DemoRelationship(a, b, random.pick(USUAL)));
          }
        }
      }
    }
  }

  private static boolean couldMeet(
      DemoPerson a, DemoPerson b, List<DemoRelationship> relationships) {
    return a.topics().stream().anyMatch(b.topics()::contains)
        && relationships.stream().noneMatch(relationship -> relationship.joins(a, b));
  }

  private static boolean isLonely(DemoPerson person, List<DemoRelationship> relationships) {
    return relationships.stream().filter(relationship -> relationship.has(person)).count()
        < FEWEST_FRIENDS;
  }

  /** Returns all people who have a relationship with a person. */
  List<DemoPerson> friendsOf(DemoPerson person) {
    return relationships.stream()
        .filter(relationship -> relationship.has(person))
        .map(relationship -> relationship.other(person))
        .toList();
  }

  /** Returns the people who exchange mail with a person more than 0.1 times a week at a moment. */
  List<DemoPerson> friendsOf(DemoPerson person, double moment) {
    return relationships.stream()
        .filter(
            relationship ->
                relationship.has(person) && relationship.rhythm().weekly(moment) > SELDOM)
        .map(relationship -> relationship.other(person))
        .toList();
  }

  /** Returns the person with a key. */
  DemoPerson person(String key) {
    return people.stream()
        .filter(person -> person.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody in the town is called " + key));
  }
}
