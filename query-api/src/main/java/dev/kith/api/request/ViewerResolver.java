package dev.kith.api.request;

import dev.kith.api.ApiSettings;
import dev.kith.api.ApiSettings.PrivateActivityAudience;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.query.Viewer;
import dev.kith.api.search.AccountSpelling;
import dev.kith.api.search.PrintableText;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Resolves parameter {@code as} to the persons it names. */
@Singleton
public class ViewerResolver {
  private static final int LARGEST_TEAM = 200;
  private static final int MAX_NAMED = 20;
  private static final Pattern DOMAIN =
      Pattern.compile("@?[\\p{L}\\p{N}\\p{M}-]+([.。．｡][\\p{L}\\p{N}\\p{M}-]+)+");

  /** Viewers are cached for a second, because a page of the browser sends many requests at once. */
  private static final Executor AFTER_A_SECOND =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  private final PeopleIndex people;
  private final ApiSettings settings;
  private final Map<String, List<IndexedPerson>> recent = new ConcurrentHashMap<>();

  ViewerResolver(PeopleIndex people, ApiSettings settings) {
    this.people = people;
    this.settings = settings;
  }

  /**
   * The viewer of a request.
   *
   * @param as the parameter
   * @throws InvalidParameterException if it names an unknown person
   */
  public Viewer viewer(Optional<String> as) {
    return as.filter(name -> !name.isBlank()).map(this::named).orElseGet(this::usual);
  }

  private Viewer named(String as) {
    List<IndexedPerson> found = resolve(as, true);
    return new Viewer(found, true, isOwner(found), null);
  }

  private Viewer usual() {
    boolean owner = settings.privateActivitiesVisibleTo() == PrivateActivityAudience.OWNER;
    String as = settings.as();
    if (as == null || as.isBlank()) {
      return new Viewer(
          List.of(),
          false,
          owner,
          "no viewer is known (as=, kith.api.as): ranked by text alone; set kith.api.as to your"
              + " mail address");
    }
    List<IndexedPerson> found = resolve(as, false);
    return new Viewer(
        found,
        false,
        owner,
        found.isEmpty()
            ? "nobody known is kith.api.as: ranked by text alone; set it to an address under which"
                + " you act in what was read"
            : null);
  }

  private boolean isOwner(List<IndexedPerson> found) {
    String as = settings.as();
    return settings.privateActivitiesVisibleTo() == PrivateActivityAudience.OWNER
        && as != null
        && resolve(as, false).containsAll(found);
  }

  private List<IndexedPerson> resolve(String as, boolean strict) {
    List<String> names =
        Arrays.stream(as.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    if (strict && (names.isEmpty() || names.size() > MAX_NAMED || as.length() > 2_000)) {
      throw InvalidParameterException.expected("as", "1 to " + MAX_NAMED + " names", as);
    }
    Map<String, IndexedPerson> found = new LinkedHashMap<>();
    for (String name : names) {
      List<IndexedPerson> some = one(name);
      if (strict && some.isEmpty()) {
        throw unknown(name);
      }
      some.forEach(person -> found.putIfAbsent(person.id(), person));
    }
    return List.copyOf(found.values());
  }

  private static InvalidParameterException unknown(String name) {
    String found =
        InvalidParameterException.expected(
                "as", "the id, account, mail address or domain of somebody known", name)
            .text();
    return InvalidParameterException.because(
        "as", found + "; search people by name for their address, or leave \"as\" empty");
  }

  private List<IndexedPerson> one(String name) {
    List<IndexedPerson> kept = recent.get(name);
    if (kept != null) {
      return kept;
    }
    List<IndexedPerson> found = lookUp(name);
    if (!found.isEmpty() && recent.putIfAbsent(name, found) == null) {
      AFTER_A_SECOND.execute(() -> recent.remove(name));
    }
    return found;
  }

  private List<IndexedPerson> lookUp(String name) {
    PrintableText.check("as", name);
    if (DOMAIN.matcher(name).matches()) {
      return people.byDomain(name, LARGEST_TEAM);
    }
    return best(name, people.byAddress(name)).map(List::of).orElseGet(List::of);
  }

  /** Of several persons who have had an id, the one who has it now is preferred. */
  private static Optional<IndexedPerson> best(String name, List<IndexedPerson> found) {
    String account = "email:" + AccountSpelling.email(name);
    return found.stream()
        .filter(person -> person.id().equals(name) || person.accounts().contains(account))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }
}
