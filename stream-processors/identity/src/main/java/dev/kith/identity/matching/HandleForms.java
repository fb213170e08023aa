package dev.kith.identity.matching;

import dev.kith.identity.name.PersonName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The handles that a full name suggests: annlee, alee, leea, annl, … */
final class HandleForms {
  private static final int SHORTEST = 4;

  private HandleForms() {}

  /** How much of the name a form spells out; what it leaves out, others may share. */
  enum Form {
    /** Given and family name, all letters. */
    WHOLE,
    /** The family name, of the others initials. */
    FAMILY,
    /** The given name, of the others initials. */
    GIVEN
  }

  /** Whether {@code handle} can be a form of {@code name}: each form holds one name whole. */
  static boolean maySpell(Handle handle, PersonName name) {
    return handle.text().contains(name.family()) || handle.text().contains(name.given());
  }

  /** Every form of {@code name}, the most telling where two coincide; none for a single word. */
  static Map<String, Form> of(PersonName name) {
    var forms = new TreeMap<String, Form>();
    if (!name.hasFamilyName()) {
      return forms;
    }
    List<String> words = name.words();
    String given = name.given();
    String family = name.family();
    List<String> rest = words.subList(1, words.size());
    List<String> before = words.subList(0, words.size() - 1);
    add(forms, Form.WHOLE, String.join("", words), given + family, family + given);
    add(forms, Form.WHOLE, String.join("", words.reversed()));
    add(forms, Form.FAMILY, given.charAt(0) + family, family + given.charAt(0));
    add(forms, Form.FAMILY, given.charAt(0) + String.join("", rest));
    add(forms, Form.FAMILY, initials(before) + family, family + initials(before));
    add(forms, Form.GIVEN, given + family.charAt(0), given + initials(rest));
    if (words.size() > 2) {
      add(forms, Form.WHOLE, given + words.get(1).charAt(0) + family);
      add(forms, Form.GIVEN, given + words.get(1));
    }
    return forms;
  }

  private static String initials(List<String> words) {
    return words.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
  }

  private static void add(Map<String, Form> forms, Form form, String... handles) {
    for (String handle : handles) {
      if (handle.length() >= SHORTEST) {
        forms.merge(handle, form, (one, other) -> one.compareTo(other) <= 0 ? one : other);
      }
    }
  }
}
