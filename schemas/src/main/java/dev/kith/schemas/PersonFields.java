package dev.kith.schemas;

/** The fields of the index of people. The mapping, {@code people.json}, has the same. */
public final class PersonFields {
  public static final String ID = "id";
  public static final String IDS = "ids";
  public static final String SEEDS = "seeds";
  public static final String KIND = "kind";
  public static final String ENDED = "ended";
  public static final String ENDED_AT = "endedAt";
  public static final String NAMES = "names";
  public static final String NAMES_PREFIX = "names.prefix";
  public static final String NAMES_EXACT = "names.exact";
  public static final String NAME = "name";
  public static final String HANDLES = "handles";
  public static final String HANDLES_TEXT = "handles.text";
  public static final String ACCOUNTS = "accounts";
  public static final String EMAILS = "emails";
  public static final String PHONES = "phones";
  public static final String BIRTHDAYS = "birthdays";
  public static final String NETWORKS = "networks";
  public static final String ORGANISATIONS = "organisations";
  public static final String ORGANISATIONS_EXACT = "organisations.exact";
  public static final String BIO = "bio";
  public static final String BIO_FR = "bio.fr";
  public static final String CONTEXTS = "contexts";
  public static final String LINKS = "links";
  public static final String OPTED_OUT = "optedOut";
  public static final String FIRST_SEEN = "firstSeen";
  public static final String ACCOUNT_DETAILS = "accountDetails";
  public static final String EVIDENCE = "evidence";
  public static final String REFUSED = "refused";
  public static final String SUGGESTIONS = "suggestions";
  public static final String SUGGESTED = "suggested";
  public static final String SUGGESTED_BITS = "suggestedBits";

  private PersonFields() {}
}
