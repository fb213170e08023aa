package dev.kith.identity.person;

import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.name.NameField;
import dev.kith.identity.name.NameTokens;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How complete a name is, the most complete first; a person is shown under the most complete one.
 */
enum NameCompleteness {
  /** Given and family name, as in Ann Lee or 陈伟. */
  FULL,
  /** An initial in place of a name, as in A. Lee. */
  INITIAL,
  /** One name alone, as in Ann. */
  PART,
  /** No name at all, but a handle or an address, as in annlee77. */
  HANDLE,
  /** Not this person's alone, as in Ann Lee & Bo Kim or Ann Lee via Hikers. */
  SHARED;

  private static final String MAILBOX = "email:";

  /**
   * The form of a name.
   *
   * @param handles of the person, letters and digits only
   */
  static NameCompleteness of(String name, Set<String> handles) {
    if (NameField.isSeveralPeople(name) || NameField.isRelayed(name)) {
      return SHARED;
    }
    List<String> words = NameTokens.words(name);
    if (isHandle(name, words, handles)) {
      return HANDLE;
    }
    if (words.size() < 2) {
      return words.stream().anyMatch(NameCompleteness::isWrittenWithoutSpaces) ? FULL : PART;
    }
    boolean initial = words.getFirst().length() == 1 || words.getLast().length() == 1;
    return initial ? INITIAL : FULL;
  }

  /** Handles and local parts of the addresses of a person, letters and digits only. */
  static Set<String> handles(Collection<AccountProfile> members) {
    return members.stream()
        .flatMap(
            each ->
                Stream.of(
                        Stream.ofNullable(each.handle()),
                        each.emails().stream(),
                        Stream.of(each.account()).filter(account -> account.startsWith(MAILBOX)))
                    .flatMap(Function.identity()))
        .map(handle -> handle.replaceFirst("^" + MAILBOX, "").replaceFirst("@.*", ""))
        .map(handle -> String.join("", NameTokens.words(handle)))
        .collect(Collectors.toSet());
  }

  private static boolean isHandle(String name, List<String> words, Set<String> handles) {
    boolean spaced = name.strip().chars().anyMatch(Character::isWhitespace);
    return words.isEmpty()
        || name.contains("@")
        || (!spaced && handles.contains(String.join("", words)));
  }

  /** Chinese, Japanese and Korean names. */
  private static boolean isWrittenWithoutSpaces(String word) {
    return word.length() > 1
        && word.codePoints()
            .allMatch(
                each ->
                    Character.isIdeographic(each)
                        || Character.UnicodeScript.of(each) == Character.UnicodeScript.HANGUL);
  }
}
