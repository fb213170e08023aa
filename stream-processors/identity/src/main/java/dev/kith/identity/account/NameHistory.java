package dev.kith.identity.account;

import dev.kith.identity.name.NameClusters;
import dev.kith.identity.name.NameField;
import dev.kith.identity.name.NameTokens;
import dev.kith.identity.name.PlaceholderNames;
import dev.kith.schemas.Profile;
import dev.kith.schemas.RevisionOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The names that revisions of a profile have stated: somebody who signs as "ann" today may have
 * signed as "Ann Lee" before. The most recent ones are kept, whatever the order in which the
 * revisions come.
 *
 * @param orders by name, the order of the latest revision that states it
 * @param withdrawal the order of the latest revision that withdrew the account; names before it do
 *     not count
 */
public record NameHistory(Map<String, Long> orders, long withdrawal) {
  /** So many names are kept. */
  static final int MAX_NAMES = 8;

  private static final long NEVER = -1;

  static NameHistory of(Profile profile, long order) {
    return profile.getDeleted()
        ? new NameHistory(Map.of(), order)
        : recent(
            profile.getNames().stream().distinct().collect(Collectors.toMap(n -> n, n -> order)),
            NEVER);
  }

  NameHistory with(NameHistory others) {
    Map<String, Long> all = new TreeMap<>(orders);
    others.orders.forEach((name, order) -> all.merge(name, order, Math::max));
    return recent(all, Math.max(withdrawal, others.withdrawal));
  }

  public static NameHistory recent(Map<String, Long> all, long withdrawal) {
    return new NameHistory(
        all.entrySet().stream()
            .filter(each -> each.getValue() > withdrawal)
            .sorted(LATEST_FIRST)
            .limit(MAX_NAMES)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        withdrawal);
  }

  private static final Comparator<Map.Entry<String, Long>> LATEST_FIRST =
      Map.Entry.<String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  /**
   * The names of the latest revision, and after them those of earlier ones that can be the same
   * person's: an address may have been somebody else's before.
   *
   * @param isOwn whether the account itself states the latest names; those that others have given
   *     it do not count then
   */
  public List<String> after(List<String> latest, boolean isOwn) {
    List<String> names = new ArrayList<>(latest);
    long max = Math.max(1, unlikeFullNames(latest));
    orders.entrySet().stream()
        .sorted(LATEST_FIRST)
        .filter(each -> !isOwn || RevisionOrder.isOwn(each.getValue()))
        .map(Map.Entry::getKey)
        .filter(name -> !names.contains(name) && isPlain(name))
        .forEach(
            name -> {
              names.add(name);
              if (unlikeFullNames(names) > max) {
                names.removeLast();
              }
            });
    return List.copyOf(names);
  }

  private static boolean isPlain(String name) {
    return !NameField.isSeveralPeople(name)
        && !NameField.isRelayed(name)
        && !PlaceholderNames.isNobody(name);
  }

  private static int unlikeFullNames(List<String> names) {
    return NameClusters.count(
        names.stream().filter(name -> NameTokens.words(name).size() > 1).toList());
  }
}
