package dev.kith.api.people;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.index.ActivitiesIndex.ExpertiseVote;
import dev.kith.api.index.DeferredQuery;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.people.PeoplePage.PersonHit;
import dev.kith.api.query.ActivityQueries;
import dev.kith.api.query.Moment;
import dev.kith.api.query.ResolvedNames;
import dev.kith.api.query.Viewer;
import dev.kith.api.search.SearchQuery;
import dev.kith.api.search.SearchQuery.Clause;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds people who write about a subject: each matching activity is a vote. The author gets the
 * whole weight of an activity; each recipient gets less than half of it, and less the more
 * recipients there are. The share of a person grows with the number of different people who write
 * to that person.
 */
@Singleton
class ExpertFinder {
  /** The number of activities that vote; more did not change the result significantly. */
  private static final int MAX_VOTES = 500;

  private static final int MAX_ACCOUNTS = 200;

  /** The number of activities that are read to exclude their authors: the limit of one request. */
  private static final int MAX_SAID = 10_000;

  private static final int SHARPEST = 3;

  private static final double LISTENER = 0.45;

  /** The relative increase of a share for each doubling of the number of people who write. */
  private static final double ENGAGED = 0.1;

  private final ActivitiesIndex activities;
  private final PeopleIndex people;

  ExpertFinder(ActivitiesIndex activities, PeopleIndex people) {
    this.activities = activities;
    this.people = people;
  }

  /** The votes of the visible activities about the subject. */
  DeferredQuery<List<ExpertiseVote>> votes(
      SearchQuery search, ResolvedNames known, Viewer viewer, Moment moment) {
    var queries = new ActivityQueries(moment, known, viewer);
    return activities.votes(queries.votes(search), MAX_VOTES);
  }

  /**
   * The share of each person.
   *
   * @param conditions conditions on the person
   */
  Tally tally(List<ExpertiseVote> votes, SearchQuery search, List<Query> conditions) {
    Map<String, Share> byAccount = byAccount(votes, sharpness(search), MAX_ACCOUNTS);
    return byPerson(byAccount, people.currentIds(byAccount.keySet(), conditions));
  }

  /** The authors of visible activities that match any of the clauses. */
  Set<String> authors(Collection<Clause> any, ResolvedNames known, Viewer viewer, Moment moment) {
    Query said = new ActivityQueries(moment, known, viewer).anyOf(any);
    Set<String> actors =
        activities.votes(said, MAX_SAID).result().stream()
            .map(ExpertiseVote::actor)
            .filter(actor -> !actor.isEmpty())
            .collect(Collectors.toSet());
    return Set.copyOf(people.currentIds(actors, List.of()).values());
  }

  /**
   * The power of a score: the number of words and phrases, up to a limit. A single word matches or
   * does not; the number of matching words says more.
   */
  private static int sharpness(SearchQuery search) {
    return Math.clamp(search.text().count(), 1, SHARPEST);
  }

  /**
   * The votes for one person.
   *
   * @param weight sum of the votes
   * @param activities number of votes
   */
  record Share(double weight, int activities) {
    Share plus(Share other) {
      return new Share(weight + other.weight, activities + other.activities);
    }

    /** The share of a person to whom so many others write. */
    Share engaged(int others) {
      return new Share(weight * (1 + ENGAGED * Math.log(1 + others) / Math.log(2)), activities);
    }
  }

  /**
   * The people who know a subject.
   *
   * @param shares of those who fulfil the conditions, by person
   * @param all sum of the weights of all persons, whether or not they fulfil the conditions
   */
  record Tally(Map<String, Share> shares, double all) {
    /** The tally of a search without a subject. */
    static final Tally NONE = new Tally(Map.of(), 0);

    /** The share of a person for the response; null if there is none. */
    PersonHit.@Nullable Expertise of(String person) {
      return PersonHit.Expertise.of(shares.get(person), all);
    }

    /** The shares relative to the greatest, which is 1. */
    Map<String, Double> relative() {
      double greatest = shares.values().stream().mapToDouble(Share::weight).max().orElse(1);
      Map<String, Double> relative = new HashMap<>();
      shares.forEach((person, share) -> relative.put(person, share.weight() / greatest));
      return relative;
    }
  }

  /**
   * The share of each account, limited to the greatest {@code most}.
   *
   * @param sharpness power of a score: with 3 a score twice as high counts eight times, so that
   *     many activities with one of several words do not outvote the few with all of them
   */
  static Map<String, Share> byAccount(List<ExpertiseVote> votes, int sharpness, int most) {
    Map<String, Share> shares = new HashMap<>();
    Map<String, Set<String>> turning = new HashMap<>();
    for (ExpertiseVote vote : votes) {
      double weight = Math.pow(vote.weight(), sharpness);
      shares.merge(vote.actor(), new Share(weight, 1), Share::plus);
      Set<String> listeners = new HashSet<>(vote.towards());
      listeners.remove(vote.actor());
      double each = weight * LISTENER / Math.sqrt(Math.max(1, listeners.size()));
      for (String account : listeners) {
        shares.merge(account, new Share(each, 1), Share::plus);
        turning.computeIfAbsent(account, _ -> new HashSet<>()).add(vote.actor());
      }
    }
    turning.forEach(
        (account, others) ->
            shares.computeIfPresent(account, (_, share) -> share.engaged(others.size())));
    shares.remove("");
    return greatest(shares, most);
  }

  private static Map<String, Share> greatest(Map<String, Share> shares, int most) {
    Map<String, Share> greatest = new HashMap<>();
    shares.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Share> e) -> -e.getValue().weight())
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .forEach(share -> greatest.put(share.getKey(), share.getValue()));
    return greatest;
  }

  /**
   * The share of each person: the sum over the accounts.
   *
   * @param owners person ids by account; accounts without a person are left out
   */
  static Tally byPerson(Map<String, Share> byAccount, Map<String, String> owners) {
    Map<String, Share> shares = new HashMap<>();
    byAccount.forEach(
        (account, share) -> {
          String person = owners.get(account);
          if (person != null) {
            shares.merge(person, share, Share::plus);
          }
        });
    double all = byAccount.values().stream().mapToDouble(Share::weight).sum();
    return new Tally(shares, all);
  }
}
