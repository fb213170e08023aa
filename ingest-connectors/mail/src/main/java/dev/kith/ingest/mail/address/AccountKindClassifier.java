package dev.kith.ingest.mail.address;

import dev.kith.schemas.AccountKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells persons, roles and bots by the address and the name beside it. */
public final class AccountKindClassifier {
  private static final Set<String> MACHINES =
      Set.of(
          ("postmaster daemon cron mailman majordomo listserv newsletter newsletters news "
                  + "alert alerts update updates notify notifier automailer mailer autoconfirm "
                  + "auto-confirm system robot buildbot jenkins hudson gerrit jira bugzilla "
                  + "bugzilla-daemon confluence redmine phabricator")
              .split(" ", -1));

  private static final Pattern MACHINE =
      Pattern.compile(
          "(?:^|[._+-])(?:no-?reply|do-?not-?reply|donotreply|ne-?pas-?repondre|bounces?"
              + "|mailer-?daemon|unsubscribe|notifications?)(?:[._+=-]|$)"
              + "|^noreply|-(?:bounces|request|confirm|join|leave|owner|admin|reply)$"
              + "|^(?:reply|replies|invitations?|invites?|mentions?|unsub|incoming|inbound)(?:[._=-]|$)"
              + "|^srs[01][=+-]|-return-\\d+-.*=|^owner-");

  /** Tags of a list program's own addresses; other tags say nothing about a machine. */
  private static final Pattern MACHINE_TAG =
      Pattern.compile(
          "(?:bounces?|owner|request|confirm|confsub|subscribe|unsub(?:scribe)?|no-?reply)(?:[._+=-].*)?");

  /** Hosts of machine senders and one-time addresses. */
  private static final Pattern MACHINE_DOMAIN =
      Pattern.compile(
          "(?:[^.]+\\.)*(?:no-?reply|do-?not-?reply|reply|replies|bounces?|notifications?|postmaster"
              + "|unsubscribe)\\.[^.]+\\..+");

  /** Hosts where a forge gives every user an address. */
  private static final String FORGE_USERS = "users.noreply.";

  /** A ticket at a tracker: {@code 4711@bugs.example.org}, {@code 4711-done@bugs.example.org}. */
  private static final Pattern TICKET =
      Pattern.compile("#?\\d+(?:-[a-z]+)?@(?:bugs|bts|tickets?|issues?|tracker|rt|support)\\..+");

  /** What a ticket system adds to its address: {@code support-4711}, {@code support.id4711}. */
  private static final Pattern TICKET_TAIL = Pattern.compile("[._=#-]?(?:id|nr|case)?\\d[\\w.-]*$");

  private static final Set<String> SHARED_MAILBOXES =
      Set.of(
          ("info contact contacts hello bonjour office support help helpdesk sales "
                  + "service services admin administrator webmaster hostmaster abuse security "
                  + "privacy billing accounts invoices jobs hr careers press media marketing team "
                  + "everyone all staff root nobody accueil secretariat mairie feedback enquiries "
                  + "inquiries orders ticket tickets case cases customerservice customer-service "
                  + "customercare kundenservice service-client kontakt redaktion")
              .split(" ", -1));

  /** Words that name a role, not a person. */
  private static final Set<String> ROLE_WORDS =
      Set.of(
          ("the of for and no reply noreply mail mailing list discussion delivery system "
                  + "subsystem daemon server bot team group support service services customer help "
                  + "desk helpdesk office info contact news newsletter notification notifications "
                  + "admin administrator webmaster postmaster users developers announce")
              .split(" ", -1));

  /** Machines with the names of people. */
  private static final Set<String> MACHINES_NAMED_LIKE_PEOPLE = Set.of("hudson", "jenkins");

  private static final Set<String> MACHINE_WORDS =
      Set.of(
          ("account agent automation build builder builds ci integration job master robot "
                  + "runner test tests user")
              .split(" ", -1));

  private static final Set<String> PLACEHOLDERS = Set.of("bogus@does.not.exist.com");

  private AccountKindClassifier() {}

  /** The kind of account, from the address and the name beside it alone. */
  public static AccountKind classify(EmailAddress address) {
    if (address.relayed() != null || isMachine(address)) {
      return AccountKind.BOT;
    }
    boolean shared = !address.isGlobal() || isShared(address.localPart());
    return shared ? AccountKind.ROLE : AccountKind.PERSON;
  }

  /**
   * The name of an account, if it belongs to it: beside the address of a machine or a shared
   * mailbox stands the name of whoever writes there.
   */
  public static Optional<String> accountName(EmailAddress address, AccountKind kind) {
    Optional<String> name = Optional.ofNullable(address.name());
    boolean isLocalUser = !address.isGlobal() && kind == AccountKind.ROLE;
    if (kind == AccountKind.PERSON || (isLocalUser && !isShared(address.localPart()))) {
      return name;
    }
    Set<String> local = DisplayNameWords.of(address.localPart()).words();
    Set<String> domain = DisplayNameWords.of(address.domain()).words();
    return name.filter(
        written -> {
          Set<String> words = DisplayNameWords.of(written).words();
          return words.stream().anyMatch(each -> ROLE_WORDS.contains(each) || local.contains(each))
              && words.stream()
                  .allMatch(
                      each ->
                          ROLE_WORDS.contains(each)
                              || local.contains(each)
                              || domain.contains(each));
        });
  }

  /** Whether a word, in lower case, names a role or its mailbox. */
  static boolean isRoleWord(String word) {
    return ROLE_WORDS.contains(word) || SHARED_MAILBOXES.contains(word);
  }

  private static boolean isMachine(EmailAddress address) {
    String local = address.localPart();
    if (isPersonNamedLikeMachine(address)) {
      return false;
    }
    int tag = local.indexOf('+', 1);
    boolean machine =
        tag < 0
            ? isMachine(local)
            : isMachine(local.substring(0, tag))
                || MACHINE_TAG.matcher(local.substring(tag + 1)).matches();
    return machine
        || PLACEHOLDERS.contains(address.address())
        || isTicket(address.address())
        || isMachineDomain(address.domain());
  }

  private static boolean isMachine(String localPart) {
    return MACHINES.contains(localPart) || MACHINE.matcher(localPart).find();
  }

  /** {@code Hudson Reed <hudson@…>}: a full name of which the local part is one word. */
  private static boolean isPersonNamedLikeMachine(EmailAddress address) {
    String name = address.name();
    if (name == null || !MACHINES_NAMED_LIKE_PEOPLE.contains(address.localPart())) {
      return false;
    }
    Set<String> words = DisplayNameWords.of(name).words();
    return words.size() == 2
        && words.contains(address.localPart())
        && words.stream()
            .noneMatch(each -> ROLE_WORDS.contains(each) || MACHINE_WORDS.contains(each));
  }

  private static boolean isTicket(String address) {
    char first = address.charAt(0);
    return (first == '#' || (first >= '0' && first <= '9')) && TICKET.matcher(address).matches();
  }

  private static boolean isMachineDomain(String domain) {
    boolean isBelowAnother = domain.indexOf('.') != domain.lastIndexOf('.');
    return isBelowAnother
        && !domain.startsWith(FORGE_USERS)
        && MACHINE_DOMAIN.matcher(domain).matches();
  }

  /** Whether it is a shared mailbox, with or without a tag or ticket number. */
  private static boolean isShared(String localPart) {
    int tag = localPart.indexOf('+', 1);
    String untagged = tag < 0 ? localPart : localPart.substring(0, tag);
    boolean numbered = untagged.chars().anyMatch(c -> c >= '0' && c <= '9');
    return SHARED_MAILBOXES.contains(untagged)
        || (numbered && SHARED_MAILBOXES.contains(TICKET_TAIL.matcher(untagged).replaceFirst("")));
  }
}
