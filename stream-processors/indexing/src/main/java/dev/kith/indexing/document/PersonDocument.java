package dev.kith.indexing.document;

import dev.kith.schemas.Evidence;
import dev.kith.schemas.Link;
import dev.kith.schemas.Person;
import dev.kith.schemas.PersonAccount;
import dev.kith.schemas.PersonFields;
import dev.kith.schemas.PersonId;
import dev.kith.schemas.SeedsCodec;
import java.io.IOException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A person as he or she is searched, with why these accounts are one. */
public final class PersonDocument {
  private static final String MAIL = "email:";
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** The first day after that of a clock that was never set. */
  private static final Instant CLOCK_IS_SET = Instant.parse("1970-01-02T00:00:00Z");

  private PersonDocument() {}

  /** The document of a live one. */
  public static byte[] of(Person person) {
    return JsonWriter.document(
        json -> {
          json.text(PersonFields.ID, person.getId())
              .texts(PersonFields.IDS, ids(person))
              .text(PersonFields.SEEDS, SeedsCodec.encode(ids(person)))
              .text(PersonFields.KIND, person.getKind().name())
              .flag(PersonFields.ENDED, false)
              .words(PersonFields.NAMES, person.getNames())
              .words(PersonFields.NAME, name(person));
          accounts(json, person.getAccounts());
          json.objects(PersonFields.ACCOUNT_DETAILS, person.getAccounts(), PersonDocument::account)
              .records(PersonFields.EVIDENCE, person.getEvidence())
              .records(PersonFields.REFUSED, person.getRefused());
          suggestions(json, person.getSuggestions());
        });
  }

  /** What is left under an id that nobody has any more. */
  static byte[] ended(Person person, Instant now) {
    return JsonWriter.document(
        json ->
            json.text(PersonFields.ID, person.getId())
                .text(PersonFields.KIND, person.getKind().name())
                .flag(PersonFields.ENDED, true)
                .moment(PersonFields.ENDED_AT, now));
  }

  /**
   * The id, and every other this person may have had: an id is made from the seed account,
   * whichever it was.
   */
  private static Collection<String> ids(Person person) {
    return Stream.concat(
            Stream.of(person.getId()),
            person.getAccounts().stream().map(PersonAccount::getAccount).map(PersonId::ofSeed))
        .distinct()
        .toList();
  }

  /** What to call a person who never gave a name. */
  private static String name(Person person) {
    List<PersonAccount> accounts = person.getAccounts();
    return Stream.of(
            bestSpelling(person.getNames()).stream(),
            accounts.stream().flatMap(account -> account.getHandle().stream()),
            emails(accounts).stream(),
            accounts.stream().map(PersonAccount::getAccount))
        .flatMap(Function.identity())
        .findFirst()
        .orElse(person.getId());
  }

  /**
   * The first name, as it is spelled with most accents and with capitals where names have them: who
   * writes "beatrice moreau" in a hurry is called Béatrice Moreau elsewhere.
   */
  private static Optional<String> bestSpelling(List<String> names) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String folded = folded(names.getFirst());
    return names.stream()
        .filter(name -> folded(name).equals(folded))
        .min(
            Comparator.comparing(PersonDocument::isOneCase)
                .thenComparing(Comparator.comparingLong(PersonDocument::accents).reversed()));
  }

  private static String folded(String name) {
    String letters = MARKS.matcher(Normalizer.normalize(name, Form.NFD)).replaceAll("");
    return letters.toLowerCase(Locale.ROOT);
  }

  private static long accents(String name) {
    return MARKS.matcher(Normalizer.normalize(name, Form.NFD)).results().count();
  }

  /**
   * Whether it is written in capitals or in small letters throughout, in a script that has both.
   */
  private static boolean isOneCase(String name) {
    boolean small = name.equals(name.toLowerCase(Locale.ROOT));
    boolean capital = name.equals(name.toUpperCase(Locale.ROOT));
    return small != capital;
  }

  private static void accounts(JsonWriter json, List<PersonAccount> accounts) throws IOException {
    json.words(PersonFields.HANDLES, all(accounts, account -> account.getHandle().stream()))
        .texts(PersonFields.ACCOUNTS, all(accounts, account -> Stream.of(account.getAccount())))
        .texts(PersonFields.EMAILS, emails(accounts))
        .texts(PersonFields.PHONES, all(accounts, account -> account.getPhones().stream()))
        .texts(PersonFields.BIRTHDAYS, all(accounts, account -> account.getBirthday().stream()))
        .texts(PersonFields.NETWORKS, all(accounts, account -> Stream.of(account.getNetwork())))
        .words(
            PersonFields.ORGANISATIONS,
            all(accounts, account -> account.getOrganisation().stream()))
        .words(PersonFields.BIO, all(accounts, PersonDocument::bio))
        .words(PersonFields.CONTEXTS, all(accounts, account -> account.getContexts().stream()))
        .texts(
            PersonFields.LINKS,
            all(accounts, account -> account.getLinks().stream().map(Link::getUrl)))
        .flag(
            PersonFields.OPTED_OUT,
            accounts.stream().flatMap(PersonDocument::bio).anyMatch(OptOut::isIn));
    Optional<Instant> first =
        accounts.stream()
            .map(PersonAccount::getSeen)
            .filter(PersonDocument::isKnown)
            .min(Comparator.naturalOrder());
    if (first.isPresent()) {
      json.moment(PersonFields.FIRST_SEEN, first.get());
    }
  }

  /** An unknown moment is the last day there is, or the first day of Unix time. */
  private static boolean isKnown(Instant seen) {
    return seen.isBefore(NEVER) && !seen.isBefore(CLOCK_IS_SET);
  }

  private static Stream<String> bio(PersonAccount account) {
    return account.getBio().stream();
  }

  private static Collection<String> emails(List<PersonAccount> accounts) {
    return all(
        accounts,
        account ->
            account.getAccount().startsWith(MAIL)
                ? Stream.concat(
                    Stream.of(account.getAccount().substring(MAIL.length())),
                    account.getEmails().stream())
                : account.getEmails().stream());
  }

  private static Collection<String> all(
      List<PersonAccount> accounts, Function<PersonAccount, Stream<String>> values) {
    return accounts.stream().flatMap(values).distinct().toList();
  }

  /** The fields of the record under their names; what is not known is left out. */
  private static void account(JsonWriter json, PersonAccount account) throws IOException {
    json.text("account", account.getAccount())
        .text("network", account.getNetwork())
        .text("kind", account.getKind().name());
    if (isKnown(account.getSeen())) {
      json.moment("seen", account.getSeen());
    }
    json.words("names", account.getNames())
        .words("handle", account.getHandle())
        .texts("emails", account.getEmails())
        .records("links", account.getLinks())
        .words("organisation", account.getOrganisation())
        .words("bio", account.getBio())
        .words("contexts", account.getContexts());
  }

  /** How many there are and how strong the likeliest is, to find and rank who has some. */
  private static void suggestions(JsonWriter json, List<Evidence> suggestions) throws IOException {
    json.records(PersonFields.SUGGESTIONS, suggestions)
        .number(PersonFields.SUGGESTED, (long) suggestions.size());
    OptionalDouble likeliest = suggestions.stream().mapToDouble(Evidence::getBits).max();
    if (likeliest.isPresent()) {
      json.number(PersonFields.SUGGESTED_BITS, likeliest.getAsDouble());
    }
  }
}
