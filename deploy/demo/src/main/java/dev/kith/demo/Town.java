package dev.kith.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who lives in the town, and who knows whom.
 *
 * @param people in a fixed order; the first is the one who asks
 * @param ties each pair at most once
 */
record Town(List<Person> people, List<Tie> ties) {
  private static final double KNOWN_IN_ONE_TOPIC = 0.13;
  private static final List<Rhythm> USUAL =
      List.of(
          Rhythm.OCCASIONAL,
          Rhythm.OCCASIONAL,
          Rhythm.OCCASIONAL,
          Rhythm.OCCASIONAL,
          Rhythm.OCCASIONAL,
          Rhythm.OCCASIONAL,
          Rhythm.STEADY,
          Rhythm.STEADY,
          Rhythm.LOST,
          Rhythm.WARMING,
          Rhythm.COOLING,
          Rhythm.LOST,
          Rhythm.CLOSE);
  private static final int FEWEST_FRIENDS = 2;
  private static final double SELDOM = 0.1;

  /** The ties that are always there, and those that chance adds. */
  static Town of(long seed) {
    List<Person> people = readPeople();
    Map<String, Person> byKey = new TreeMap<>();
    people.forEach(person -> byKey.put(person.key(), person));
    List<Tie> ties = new ArrayList<>();
    for (List<String> row : Resource.rows("friendships.csv")) {
      ties.add(
          new Tie(find(byKey, row.get(0)), find(byKey, row.get(1)), Rhythm.valueOf(row.get(2))));
    }
    addByChance(people, ties, Chance.of(seed, "ties"));
    return new Town(people, ties);
  }

  private static List<Person> readPeople() {
    List<Person> people = new ArrayList<>();
    for (List<String> row : Resource.rows("people.csv")) {
      people.add(
          new Person(
              row.get(0),
              row.get(1),
              row.get(2),
              List.of(row.get(3).split(" ", -1)),
              row.get(4),
              people.size()));
    }
    return people;
  }

  private static Person find(Map<String, Person> byKey, String key) {
    Person person = byKey.get(key);
    if (person == null) {
      throw new IllegalStateException("expected a person of people.csv, found " + key);
    }
    return person;
  }

  /**
   * Some of those who share a topic, and for everybody a few. The first person's ties are all told,
   * so that what can be asked is known.
   */
  private static void addByChance(List<Person> people, List<Tie> ties, Chance chance) {
    for (double probability : new double[] {KNOWN_IN_ONE_TOPIC, 1}) {
      for (int i = 1; i < people.size(); i++) {
        for (int j = i + 1; j < people.size(); j++) {
          Person a = people.get(i);
          Person b = people.get(j);
          boolean lonely = probability < 1 || isLonely(a, ties) || isLonely(b, ties);
          if (lonely && couldMeet(a, b, ties) && chance.happens(probability)) {
            ties.add(new Tie(a, b, chance.pick(USUAL)));
          }
        }
      }
    }
  }

  private static boolean couldMeet(Person a, Person b, List<Tie> ties) {
    return a.topics().stream().anyMatch(b.topics()::contains)
        && ties.stream().noneMatch(tie -> tie.joins(a, b));
  }

  private static boolean isLonely(Person person, List<Tie> ties) {
    return ties.stream().filter(tie -> tie.has(person)).count() < FEWEST_FRIENDS;
  }

  /** Those who turn to a person. */
  List<Person> friendsOf(Person person) {
    return ties.stream().filter(tie -> tie.has(person)).map(tie -> tie.other(person)).toList();
  }

  /** Those who turn to a person at a moment, and not only before or after. */
  List<Person> friendsOf(Person person, double moment) {
    return ties.stream()
        .filter(tie -> tie.has(person) && tie.rhythm().weekly(moment) > SELDOM)
        .map(tie -> tie.other(person))
        .toList();
  }

  /** The person with a key. */
  Person person(String key) {
    return people.stream()
        .filter(person -> person.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody in the town is called " + key));
  }
}
