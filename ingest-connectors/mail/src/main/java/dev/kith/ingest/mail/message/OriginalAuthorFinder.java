package dev.kith.ingest.mail.message;

import dev.kith.ingest.DisplayName;
import dev.kith.ingest.mail.address.AccountKindClassifier;
import dev.kith.ingest.mail.address.AddressListParser;
import dev.kith.ingest.mail.address.DisplayNameWords;
import dev.kith.ingest.mail.address.EmailAddress;
import dev.kith.ingest.mail.mime.HeaderFields;
import dev.kith.schemas.AccountKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the author of a mail whose From holds the address of a list or relay, because of DMARC:
 * {@code Ann Lee via Frogs <frogs@lists.example.org>}.
 */
final class OriginalAuthorFinder {
  /** Fields that only name the author (RFC 9057, Mailman, Google Groups, RT). */
  private static final List<String> STATED =
      List.of("author", "original-from", "x-original-from", "x-original-sender", "rt-originator");

  /** Fields that only the notifications of forges and trackers have. */
  private static final Set<String> NOTIFICATION =
      Set.of(
          ("x-github-reason x-github-sender x-gitlab-project x-gitea-reason "
                  + "x-forgejo-reason x-jira-fingerprint x-bugzilla-type x-bugzilla-who "
                  + "x-launchpad-message-rationale x-launchpad-notification-type "
                  + "x-gerrit-messagetype x-phabricator-sent-this-message x-redmine-project "
                  + "x-trac-project x-discourse-post-id")
              .split(" ", -1));

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[^\\s<>()\\[\\]\"'@]++@[^\\s<>()\\[\\]\"'@.]++(?:\\.[^\\s<>()\\[\\]\"'@.]++)++");

  /** {@code ann=example.org@groups.example} and {@code ann=40example.org@groups.example}. */
  private static final Pattern ENCODED =
      Pattern.compile("([^=@+]+)=(?:40)?([\\w-]+(?:\\.[\\w-]+)+)");

  private final HeaderFields fields;
  private final EmailAddress from;
  private final MailingList list;
  private final @Nullable String name;

  private OriginalAuthorFinder(HeaderFields fields, EmailAddress from, MailingList list) {
    this.fields = fields;
    this.from = from;
    this.list = list;
    this.name = from.relayed() == null ? from.name() : from.relayed();
  }

  /** The author; if no field names the author, the address in From, without the name. */
  static EmailAddress find(HeaderFields fields, EmailAddress from, MailingList list) {
    var finder = new OriginalAuthorFinder(fields, from, list);
    if (finder.isRewrittenByList()) {
      return finder.author().orElseGet(finder::unnamed);
    }
    if (from.relayed() != null && !isMachine(from.withoutName())) {
      return finder.author().orElse(from);
    }
    boolean notification = fields.hasAny(NOTIFICATION);
    return notification && finder.isNamedAfterAnother()
        ? new EmailAddress(null, from.address(), from.name())
        : from;
  }

  /** The address behind one that a list made of it, as others see it in To and Cc. */
  static EmailAddress decode(EmailAddress address, MailingList list) {
    Matcher encoded = ENCODED.matcher(address.localPart());
    boolean isOfList =
        list.addresses().stream().anyMatch(each -> each.endsWith("@" + address.domain()));
    if (!isOfList || !encoded.matches()) {
      return address;
    }
    return AddressListParser.address(encoded.group(1) + "@" + encoded.group(2))
        .map(real -> new EmailAddress(address.name(), real))
        .orElse(address);
  }

  private boolean isRewrittenByList() {
    if (list.addresses().contains(from.address())) {
      return true;
    }
    boolean isOther = from.relayed() != null || isMachine(from);
    return list.discussion() && (isOther || ENCODED.matcher(from.localPart()).matches());
  }

  private static boolean isMachine(EmailAddress address) {
    return AccountKindClassifier.classify(address) == AccountKind.BOT;
  }

  private EmailAddress unnamed() {
    return list.addresses().contains(from.address())
        ? from.withoutName()
        : new EmailAddress(null, from.address(), name == null ? "" : name);
  }

  private boolean isNamedAfterAnother() {
    return name != null && !DisplayNameWords.of(name).hasWordIn(from.localPart());
  }

  private Optional<EmailAddress> author() {
    return stated()
        .or(this::inNameOrAddress)
        .or(() -> only("reply-to", this::isAuthor))
        .or(() -> only("reply-to", address -> isUnnamedList()))
        .or(() -> only("cc", this::isAuthor))
        .or(() -> people("x-mailfrom").stream().findFirst())
        .map(this::named);
  }

  private Optional<EmailAddress> stated() {
    return STATED.stream().flatMap(field -> people(field).stream()).findFirst();
  }

  /** The only address of a field that {@code is} accepts; empty if there are several. */
  private Optional<EmailAddress> only(String field, Predicate<EmailAddress> is) {
    List<EmailAddress> fitting = people(field).stream().filter(is).toList();
    boolean one = fitting.stream().map(EmailAddress::address).distinct().count() == 1;
    return one ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  /** The addresses of a field, without lists and machines. */
  private List<EmailAddress> people(String field) {
    List<EmailAddress> people = new ArrayList<>(AddressListParser.parse(fields.joined(field)));
    people.removeIf(
        address ->
            list.addresses().contains(address.address())
                || address.address().equals(from.address())
                || isMachine(address));
    return people;
  }

  /**
   * The address in {@code 'ann@example.org' via Frogs}, or the one encoded in the address. Only
   * lists are trusted: anybody can write any name.
   */
  private Optional<EmailAddress> inNameOrAddress() {
    if (!list.discussion()) {
      return Optional.empty();
    }
    Matcher inName = ADDRESS.matcher(name == null ? "" : name);
    Optional<String> address =
        inName.find() ? AddressListParser.address(inName.group()) : Optional.empty();
    Matcher encoded = ENCODED.matcher(from.localPart());
    return address
        .or(
            () ->
                encoded.matches()
                    ? AddressListParser.address(encoded.group(1) + "@" + encoded.group(2))
                    : Optional.empty())
        .map(found -> new EmailAddress(null, found));
  }

  /** Whether From is a list without a name: such lists name only the author in Reply-To. */
  private boolean isUnnamedList() {
    return name == null && list.addresses().contains(from.address());
  }

  private boolean isAuthor(EmailAddress address) {
    if (name == null) {
      return false;
    }
    DisplayNameWords words = DisplayNameWords.of(name);
    return address.name() == null
        ? words.canForm(address.localPart())
        : words.isFormOf(DisplayNameWords.of(address.name()));
  }

  private EmailAddress named(EmailAddress address) {
    if (address.name() != null || name == null) {
      return address;
    }
    String without = ADDRESS.matcher(name).replaceAll(" ").replaceAll("<\\s*>|\\(\\s*\\)", " ");
    return new EmailAddress(DisplayName.clean(without).orElse(null), address.address());
  }
}
