package dev.kith.identity.matching;

import dev.kith.identity.name.NameNormalizer;
import dev.kith.identity.name.PlaceholderNames;
import dev.kith.identity.name.WordList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A short name somebody goes by: login, nickname, the part of a mail address before the @.
 *
 * @param text folded, letters and digits only
 */
record Handle(String text) implements Comparable<Handle> {
  private static final int SHORTEST = 3;

  /** Given and family name together have this many letters, or say too little. */
  private static final int SHORTEST_NAME = 6;

  /** Local parts and logins that name a role or a machine and nobody in particular. */
  private static final Set<String> GENERIC =
      WordList.set(
          """
          account accounts admin administrator anonymous anyone blog bonjour bot bugs
          bugzilla build builder code commits contact contactme contacto contato contatto
          contrib daemon debian deleteduser dev devel developer developers devnull docker
          donotreply email everyone example firstlast firstname forum git github githubcom
          gitlab gmail guest hallo hello herself himself hola home inbox info jenkins
          kontakt lastname list lists localhost mail mailbox mailer mailme main mymail
          myself name news newsletter nobody noname none noreply nospam office online
          opensource oss pair pairing personal post postmaster privat private programming
          public robot root sales security service social someone something sourceforge
          spam student support system team tech test twitter ubuntu unknown user useremail
          vagrant web webmaster website work youremail yourname
          """);

  /** What people in public put around their name: an office, or that it is really them. */
  private static final List<String> TITLES =
      WordList.list(
          """
          congresswoman congressman councillor governor minister official president
          senator mayor judge coach chef prof cllr cong real the gov rep sen mep rev iam
          its dr mp im
          """);

  /** The handle in {@code text}, unless it is too short or too general to be anybody's. */
  static Optional<Handle> of(String text) {
    String letters = NameNormalizer.letters(text);
    if (letters.length() < SHORTEST || PlaceholderNames.isPlaceholder(NameNormalizer.words(text))) {
      return Optional.empty();
    }
    var handle = new Handle(letters);
    return GENERIC.contains(handle.stem()) ? Optional.empty() : Optional.of(handle);
  }

  /** The handle in the part of a mail address before the @, without a tag: ann of ann+lists. */
  static Optional<Handle> ofAddress(String address) {
    int at = address.lastIndexOf('@');
    String local = at < 0 ? address : address.substring(0, at);
    int plus = local.indexOf('+');
    return of(plus > 0 ? local.substring(0, plus) : local);
  }

  /** Without the digits at its end, which people add when a handle is taken. */
  String stem() {
    return text.substring(0, stemLength());
  }

  private int stemLength() {
    int end = text.length();
    while (end > 0 && Character.isDigit(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Without a title before or after it: annlee of mayorannlee; itself where there is none. */
  String untitled() {
    for (String title : TITLES) {
      int rest = text.length() - title.length();
      if (rest >= SHORTEST_NAME && text.startsWith(title)) {
        return text.substring(title.length());
      }
      if (rest >= SHORTEST_NAME && text.endsWith(title)) {
        return text.substring(0, rest);
      }
    }
    return text;
  }

  /** How many digits stand at its end. */
  int digits() {
    return text.length() - stemLength();
  }

  @Override
  public int compareTo(Handle other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
