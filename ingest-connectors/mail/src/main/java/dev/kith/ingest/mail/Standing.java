package dev.kith.ingest.mail;

import dev.kith.schemas.AccountKind;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands behind an address, as far as its own words tell. */
final class Standing {
  private static final Pattern MACHINE =
      Pattern.compile(
          "(?:.*[._+-])?(?:no-?reply|do-?not-?reply|donotreply|ne-?pas-?repondre|bounces?|mailer-?daemon"
              + "|unsubscribe|notifications?)(?:[._+=-].*)?"
              + "|noreply.*|postmaster|.*-(?:bounces|request|confirm|join|leave|owner|admin)"
              + "|owner-.*|daemon|cron|mailman|majordomo|listserv|newsletters?|news|alerts?|updates?"
              + "|notify|notifier|automailer|auto-?confirm|system|robot|buildbot|jenkins|hudson|gerrit");
  private static final Set<String> SHARED =
      Set.of(
          "info",
          "contact",
          "contacts",
          "hello",
          "bonjour",
          "office",
          "support",
          "help",
          "helpdesk",
          "sales",
          "service",
          "services",
          "admin",
          "administrator",
          "webmaster",
          "hostmaster",
          "abuse",
          "security",
          "privacy",
          "billing",
          "accounts",
          "invoices",
          "jobs",
          "hr",
          "careers",
          "press",
          "media",
          "marketing",
          "team",
          "everyone",
          "all",
          "staff",
          "root",
          "nobody",
          "accueil",
          "secretariat",
          "mairie",
          "feedback",
          "enquiries",
          "inquiries",
          "orders");
  private static final Set<String> PLACEHOLDERS = Set.of("bogus@does.not.exist.com");

  private Standing() {}

  /** The kind of an address nothing else is known of. */
  static AccountKind of(Address address) {
    String local = address.localPart();
    if (PLACEHOLDERS.contains(address.address()) || MACHINE.matcher(local).matches()) {
      return AccountKind.BOT;
    }
    boolean shared = !address.isGlobal() || SHARED.contains(local);
    return shared ? AccountKind.ROLE : AccountKind.PERSON;
  }
}
