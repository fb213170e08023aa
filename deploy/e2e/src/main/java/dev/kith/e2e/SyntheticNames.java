package dev.kith.e2e;

import java.util.Locale;

/** Names of synthetic people, so different that the identity step never joins two of them. */
public final class SyntheticNames {

  private static final String[] FIRST =
      "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu".split(" ");
  private static final String[] MIDDLE =
      "lan mor ret sil tun vak zeb dor fim gol hun jas kep nar pit ruf sel tov wim yar".split(" ");
  private static final String[] LAST =
      "beth cus dine fram gost huld jock krin lund mash nert pold quar rish stok trub veld wyck"
          .split(" ");

  private SyntheticNames() {}

  /** Returns the first and last name of the person with a number below 7,200. */
  public static String of(int person) {
    return word(person * 2_741 + 17) + " " + word(person * 5_107 + 4_001) + "sen";
  }

  /** Returns the part of the person's address before the at sign. */
  public static String local(int person) {
    return of(person).toLowerCase(Locale.ROOT).replace(' ', '.');
  }

  private static String word(int number) {
    int rest = Math.floorMod(number, FIRST.length * MIDDLE.length * LAST.length);
    String first = FIRST[rest % FIRST.length];
    String middle = MIDDLE[rest / FIRST.length % MIDDLE.length];
    String last = LAST[rest / FIRST.length / MIDDLE.length];
    return Character.toUpperCase(first.charAt(0)) + first.substring(1) + middle + last;
  }
}
