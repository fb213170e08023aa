package dev.kith.ingest.mail.address;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns "Martin, Marie" into "Marie Martin" if it is unambiguous. A name with a company, a degree,
 * a place or a second person after the comma stays.
 */
final class NameOrder {
  private static final String WORD = "[\\p{L}\\p{M}'’.-]+";
  private static final Pattern FAMILY_FIRST =
      Pattern.compile(
          "((?:%1$s ){0,3}%1$s) ?[,，] ?(%1$s(?: %1$s){0,2})".formatted(WORD),
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SPACE = Pattern.compile(" ");

  /** Particles before a family name. */
  private static final Set<String> PARTICLES =
      Set.of(
          ("af al av bin da dal de del della den der di do dos du el ibn la le ten ter "
                  + "van von zu zum zur")
              .split(" ", -1));

  /** Suffixes, degrees and forms of companies that are written like a given name. */
  private static final Set<String> NO_GIVEN_NAME =
      Set.of(
          ("jr sr junior senior jun sen ii iii iv esq esquire dr prof ing dipl phd md inc "
                  + "ltd limited llc llp plc corp corporation company co gmbh ag kg ab as oy bv nv "
                  + "sa sas sarl srl spa pty foundation university institute society association "
                  + "department dept and und et y e og och en i")
              .split(" ", -1));

  private NameOrder() {}

  /** The name with the given name first; a name of any other form is returned unchanged. */
  static String givenNameFirst(String name) {
    if (name.indexOf(',') < 0 && name.indexOf('，') < 0) {
      return name;
    }
    Matcher names = FAMILY_FIRST.matcher(name);
    boolean turned =
        names.matches() && isFamilyName(names.group(1)) && isGivenName(names.group(2), name);
    return turned ? names.group(2) + " " + names.group(1) : name;
  }

  /** One word with a capital, particles before it aside: of two, one may be a given name. */
  private static boolean isFamilyName(String words) {
    String[] each = SPACE.split(words, -1);
    for (int i = 0; i < each.length - 1; i++) {
      if (!PARTICLES.contains(each[i].toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return isName(each[each.length - 1]);
  }

  private static boolean isGivenName(String words, String whole) {
    boolean shouted = whole.equals(whole.toUpperCase(Locale.ROOT));
    String[] each = SPACE.split(words, -1);
    for (int i = 0; i < each.length; i++) {
      boolean initial = i > 0 && each[i].replace(".", "").length() == 1;
      if (!initial && (!isName(each[i]) || (!shouted && hasLateCapital(each[i])))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether it begins with a capital, in a script that has them, and is no role, degree or company.
   */
  private static boolean isName(String word) {
    String plain = word.replace(".", "").toLowerCase(Locale.ROOT);
    return plain.length() > 1
        && !Character.isLowerCase(word.codePointAt(0))
        && !NO_GIVEN_NAME.contains(plain)
        && !AccountKindClassifier.isRoleWord(plain);
  }

  /** {@code PhD}, {@code MSc} and {@code FR} are no given names; {@code Jean-Luc} is one. */
  private static boolean hasLateCapital(String word) {
    for (int i = 1; i < word.length(); i++) {
      if (Character.isUpperCase(word.charAt(i)) && Character.isLetter(word.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }
}
