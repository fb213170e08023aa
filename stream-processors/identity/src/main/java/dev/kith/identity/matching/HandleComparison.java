package dev.kith.identity.matching;

import dev.kith.identity.matching.HandleForms.Form;
import dev.kith.identity.name.CommonNames;
import dev.kith.identity.name.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the handles of two accounts say, against each other and against the other's names. */
final class HandleComparison {
  /** Given and family name together have as many letters at least. */
  private static final int SHORTEST_WHOLE = 4;

  /** Shorter stems say too little without their digits. */
  private static final int SHORTEST_STEM = 5;

  /** The bits of a shared first name that is also the handle: a suggestion. */
  private static final double FIRST_NAME_ALONE = 0;

  /** A handle of so many letters may be a word although two names spell it. */
  private static final int LONGEST_WORD = 7;

  /** The bits of a handle that may be a word: a suggestion. */
  private static final double NAME_OR_WORD = 0;

  /** Letters are chosen as freely as if there were this many. */
  private static final double LETTERS = 30;

  /** A name begins with a given letter in about one person of fifteen. */
  private static final double INITIAL = 1 / 15.0;

  /** One person in five makes a handle of their name in a given way. */
  private static final double USED = 0.2;

  private final AccountFeatures a;
  private final AccountFeatures b;
  private final NameFrequencies frequencies;
  private final List<MatchScore> found = new ArrayList<>();

  HandleComparison(AccountFeatures a, AccountFeatures b, NameFrequencies frequencies) {
    this.a = a;
    this.b = b;
    this.frequencies = frequencies;
  }

  List<MatchScore> findings() {
    NavigableSet<Handle> ours = a.handlesNotFromAddressesOf(b);
    NavigableSet<Handle> theirs = b.handlesNotFromAddressesOf(a);
    for (Handle one : ours) {
      theirs.forEach(other -> compare(one, other));
    }
    a.fullNames().forEach(name -> spelledBy(theirs, b, name));
    b.fullNames().forEach(name -> spelledBy(ours, a, name));
    return found;
  }

  private void compare(Handle ours, Handle theirs) {
    if (ours.equals(theirs)) {
      same(ours);
    } else if (ours.stem().equals(theirs.stem()) && ours.stem().length() >= SHORTEST_STEM) {
      add(
          -log2(coincidences(ours.stem(), 0)) + MatchWeight.STEM_ONLY.bits(),
          Stream.of(ours, theirs)
                  .sorted()
                  .map(Handle::toString)
                  .collect(Collectors.joining(" and "))
              + " differ in digits only");
    }
  }

  private void same(Handle handle) {
    if (!isOnlyAName(handle) && !frequencies.isManyPeoples(handle)) {
      double given = isGivenName(handle) ? MatchWeight.GIVEN_NAME.bits() : 0;
      double bits = -log2(coincidences(handle.stem(), handle.digits()));
      double max = isFirstNameAlone(handle) ? FIRST_NAME_ALONE : spelledByBoth(handle);
      add(Math.min(bits, max) + given, "both go by " + handle);
    }
  }

  /**
   * Most what a handle proves that spells the full name of both: companies make addresses of names,
   * so namesakes go by one handle, too.
   */
  private double spelledByBoth(Handle handle) {
    if (handle.text().length() < SHORTEST_WHOLE) {
      return Double.MAX_VALUE;
    }
    return a.fullNames().stream()
        .filter(name -> handle.text().contains(name.family()))
        .filter(name -> b.fullNames().stream().anyMatch(name::hasWordsOf))
        .filter(name -> HandleForms.of(name).get(handle.text()) == Form.WHOLE)
        .mapToDouble(name -> formBits(Form.WHOLE, name))
        .min()
        .orElse(Double.MAX_VALUE);
  }

  /** Two who are called Ann and go by ann have no more than that in common. */
  private boolean isFirstNameAlone(Handle handle) {
    return a.firstNames().contains(handle) && b.firstNames().contains(handle);
  }

  private boolean isGivenName(Handle handle) {
    return Stream.concat(a.fullNames().stream(), b.fullNames().stream())
        .anyMatch(name -> name.given().equals(handle.text()));
  }

  /** Two who are both called Ann need not be one; two who both log in as ann may. */
  private boolean isOnlyAName(Handle handle) {
    return frequencies.isName(handle.text())
        && !a.handles().contains(handle)
        && !b.handles().contains(handle);
  }

  private void spelledBy(NavigableSet<Handle> handles, AccountFeatures owner, PersonName name) {
    List<Handle> candidates =
        handles.stream().filter(handle -> HandleForms.maySpell(handle, name)).toList();
    Map<String, Form> forms = candidates.isEmpty() ? Map.of() : HandleForms.of(name);
    for (Handle handle : candidates) {
      if (owner.firstNames().contains(handle)) {
        // The first name Mallory does not spell Mal Lory.
        Stream.ofNullable(forms.get(handle.text()))
            .forEach(
                form ->
                    add(
                        Math.min(formBits(form, name), FIRST_NAME_ALONE),
                        handle + " spells " + name));
        continue;
      }
      spells(forms.get(handle.text()), handle, name, 0);
      if (handle.digits() > 0) {
        spells(forms.get(handle.stem()), handle, name, MatchWeight.FORM_STEM.bits());
      }
      if (forms.get(handle.untitled()) == Form.WHOLE) {
        spells(Form.WHOLE, handle, name, MatchWeight.FORM_TITLE.bits());
      }
    }
  }

  private void spells(@Nullable Form form, Handle handle, PersonName name, double more) {
    if (form != null) {
      double bits = Math.min(formBits(form, name), -log2(calledThat(handle.stem())));
      add(bits + more, handle + " spells " + name);
    }
  }

  /** How many others are expected to go by {@code word} because it is their own name: Daniel. */
  private double calledThat(String word) {
    return frequencies.isName(word) ? frequencies.accounts() * frequencies.share(word) / 2 : 0;
  }

  private double formBits(Form form, PersonName name) {
    double accounts = frequencies.accounts();
    double one = MatchWeight.ABBREVIATED.bits() + MatchWeight.FORM_INITIAL.bits();
    return switch (form) {
      case WHOLE ->
          isMaybeAWord(name)
              ? NAME_OR_WORD
              : -log2(frequencies.namesakes(List.of(name.given(), name.family())));
      case FAMILY -> -log2(accounts * frequencies.share(name.family())) + one;
      case GIVEN -> -log2(accounts * frequencies.share(name.given())) + one;
    };
  }

  /**
   * A few letters that are two names which nobody else bears may be one word: mallory, Mal Lory.
   */
  private boolean isMaybeAWord(PersonName name) {
    return name.given().length() + name.family().length() <= LONGEST_WORD
        && frequencies.isUnheardOf(name.given())
        && frequencies.isUnheardOf(name.family());
  }

  /** How many others are expected to go by a handle of this stem and number of digits by chance. */
  private double coincidences(String stem, int digits) {
    double free = Math.min(0.02, Math.pow(LETTERS, -Math.max(0, stem.length() - 1)));
    double chosen = digits == 0 ? 1 : 0.5 * Math.pow(10, -Math.min(digits, 4));
    double share = Math.max(free, shareOfNames(stem));
    double expected = frequencies.accounts() * share + namesakesElsewhere(stem) * USED;
    return Math.max(expected * chosen, 1e-6);
  }

  /** Of people whose name makes them go by {@code stem}: ann, alee, annl or annlee. */
  private double shareOfNames(String stem) {
    double share = frequencies.isName(stem) ? frequencies.share(stem) / 2 : 0;
    for (int cut = 1; cut < stem.length(); cut++) {
      double one = partShare(stem.substring(0, cut));
      double other = one == 0 ? 0 : partShare(stem.substring(cut));
      boolean initials = stem.length() == 2;
      share = Math.max(share, initials ? 0 : one * other * USED);
    }
    return share;
  }

  /** How many bear a common name elsewhere whose parts make up {@code stem}. */
  private static double namesakesElsewhere(String stem) {
    double max = 0;
    for (int cut = 2; cut < stem.length() - 1; cut++) {
      double one = CommonNames.share(stem.substring(0, cut));
      max = one == 0 ? max : Math.max(max, one * CommonNames.share(stem.substring(cut)));
    }
    return NameFrequencies.ELSEWHERE * max;
  }

  private double partShare(String part) {
    if (part.length() == 1) {
      return INITIAL;
    }
    return frequencies.isName(part) ? frequencies.share(part) : 0;
  }

  private void add(double bits, String reason) {
    found.add(new MatchScore(bits, reason));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
