package dev.kith.ingest.mail.message;

import dev.kith.ingest.mail.address.AddressListParser;
import dev.kith.ingest.mail.address.EmailAddress;
import dev.kith.ingest.mail.mime.HeaderFields;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Detects discussion lists of programs that write no List-Post: Majordomo, ListProc, old Listserv
 * and Mailman, SmartList, fml, ezmlm and mlmmj. It uses the address for bounces, a name, or a field
 * of their own.
 */
final class LegacyListDetector {
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?:contact|list)\\s+([^;,\\s]+?)(?:[-+](?:help|owner|owners|subscribe))?(@[^;,\\s]+)");
  private static final Pattern DELIVERED = Pattern.compile("^mailing list\\s+(\\S+@\\S+)$");
  private static final Pattern OWNER =
      Pattern.compile("(?i)owner-|-(?:owner|admin|request|bounce|errors)");
  private static final Pattern OWNER_FIRST = Pattern.compile("^owner-(.+?)(?:-outgoing|-list)?$");
  private static final Pattern OWNER_LAST =
      Pattern.compile("^(.+)-(?:owner|admin|request|bounces?|errors)$");

  /** Fields that hold the name of a list, which is the first part of its address. */
  private static final List<String> NAMES =
      List.of("x-mailinglist", "x-ml-name", "x-list-name", "x-listname");

  /** Fields of which every mail of an old list has one. */
  private static final Set<String> FIELDS =
      Set.of(
          ("sender errors-to return-path resent-sender x-sender mailing-list delivered-to "
                  + "precedence x-listprocessor-version x-listserver x-mailman-version x-mlserver")
              .split(" ", -1));

  private LegacyListDetector() {}

  /** Addresses of the lists among the recipients, and of those that name themselves. */
  static Set<String> addresses(
      HeaderFields fields, List<EmailAddress> recipients, MailEnvelope envelope) {
    boolean isBare = envelope.sender() == null || !isOwnerNamed(envelope.sender());
    if (isBare && !fields.hasAny(FIELDS)) {
      return Set.of();
    }
    Set<String> addresses = new LinkedHashSet<>(named(fields));
    Set<String> senders = senders(fields, envelope);
    boolean marked = isMarked(fields);
    if (senders.isEmpty() && !marked) {
      return addresses;
    }
    Stream.concat(recipients.stream(), answers(fields).stream())
        .filter(address -> address.isGlobal() && isList(address, fields, senders, marked))
        .map(EmailAddress::address)
        .forEach(addresses::add);
    return addresses;
  }

  /** The fields of ezmlm, mlmmj and Yahoo. */
  private static Set<String> named(HeaderFields fields) {
    Set<String> named = new HashSet<>();
    Matcher contact = CONTACT.matcher(fields.lowerCase("mailing-list"));
    if (contact.find()) {
      AddressListParser.address(contact.group(1) + contact.group(2)).ifPresent(named::add);
    }
    for (String delivered : fields.all("delivered-to")) {
      Matcher list = DELIVERED.matcher(delivered.toLowerCase(Locale.ROOT));
      if (list.matches()) {
        AddressListParser.address(list.group(1)).ifPresent(named::add);
      }
    }
    return named;
  }

  private static List<EmailAddress> answers(HeaderFields fields) {
    return AddressListParser.parse(fields.raw("reply-to").orElse(""));
  }

  private static boolean isMarked(HeaderFields fields) {
    return switch (fields.lowerCase("precedence")) {
      case "bulk", "list" -> true;
      default ->
          fields.has("x-listprocessor-version")
              || fields.has("x-listserver")
              || fields.has("x-mailman-version")
              || fields.has("x-mlserver");
    };
  }

  /** Addresses that forwarded the mail, without its authors. */
  private static Set<String> senders(HeaderFields fields, MailEnvelope envelope) {
    Set<String> senders = new HashSet<>();
    for (String name : List.of("errors-to", "return-path", "resent-sender", "x-sender")) {
      fields.raw(name).filter(LegacyListDetector::isOwnerNamed).ifPresent(raw -> add(raw, senders));
    }
    fields.raw("sender").ifPresent(raw -> add(raw, senders));
    if (envelope.sender() != null && isOwnerNamed(envelope.sender())) {
      AddressListParser.address(envelope.sender()).ifPresent(senders::add);
    }
    if (!senders.isEmpty()) {
      AddressListParser.parse(fields.raw("from").orElse(""))
          .forEach(address -> senders.remove(address.address()));
    }
    return senders;
  }

  /**
   * Whether the field may hold an owner's address; most senders are authors and need no parsing.
   */
  private static boolean isOwnerNamed(String raw) {
    return OWNER.matcher(raw).find();
  }

  private static void add(String raw, Set<String> senders) {
    AddressListParser.parse(raw).forEach(address -> senders.add(address.address()));
  }

  private static boolean isList(
      EmailAddress address, HeaderFields fields, Set<String> senders, boolean marked) {
    String local = address.localPart();
    if (marked && NAMES.stream().anyMatch(name -> fields.lowerCase(name).equals(local))) {
      return true;
    }
    return senders.stream()
        .filter(sender -> domain(sender).equals(domain(address.address())))
        .anyMatch(
            sender -> isOwner(sender, local, marked) || isItself(sender, address, fields, marked));
  }

  private static boolean isOwner(String sender, String local, boolean marked) {
    String owner = sender.substring(0, sender.lastIndexOf('@')).replaceFirst("\\+.*$", "");
    Matcher first = OWNER_FIRST.matcher(owner);
    Matcher last = OWNER_LAST.matcher(owner);
    return (first.matches() && (first.group(1).equals(local) || owner.equals("owner-" + local)))
        || (marked && last.matches() && last.group(1).equals(local));
  }

  /** Listserv names the list as the sender. */
  private static boolean isItself(
      String sender, EmailAddress address, HeaderFields fields, boolean marked) {
    boolean same = sender.equals(address.address());
    Optional<EmailAddress> answer = answers(fields).stream().findFirst();
    boolean answered = answer.isPresent() && answer.get().address().equals(sender);
    return same && (marked || answered || address.localPart().endsWith("-l"));
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }
}
