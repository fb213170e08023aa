package dev.kith.api.introductions;

import dev.kith.api.document.IndexedPerson;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The people whom introductions leave out.
 *
 * @param excluded accounts, mail addresses or ids of people who asked not to be shown
 */
@Context // checked at start, not at the first request
@ConfigurationProperties("kith.api.introductions")
record IntroductionsSettings(@Nullable Set<String> excluded) {
  /** Compares without case; null means that no one is left out. */
  IntroductionsSettings {
    excluded =
        excluded == null
            ? Set.of()
            : excluded.stream()
                .map(IntroductionsSettings::folded)
                .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether any id, account or address of a person is left out. */
  boolean excludes(IndexedPerson person) {
    Set<String> asked = excluded;
    return asked != null
        && Stream.of(person.ids(), person.accounts(), person.emails())
            .flatMap(Collection::stream)
            .map(IntroductionsSettings::folded)
            .anyMatch(asked::contains);
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
