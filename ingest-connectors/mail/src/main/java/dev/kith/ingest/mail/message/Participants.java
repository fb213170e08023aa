package dev.kith.ingest.mail.message;

import dev.kith.ingest.mail.address.AddressListParser;
import dev.kith.ingest.mail.address.EmailAddress;
import dev.kith.ingest.mail.mime.HeaderFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everyone whom the header of a mail names.
 *
 * @param authors the authors, the first of which is the actor
 * @param recipients by manner: to, cc, bcc
 * @param resent those in Resent-* fields
 * @param list the list it was sent through
 * @param obfuscated whether addresses are written as {@code user at host}
 */
record Participants(
    List<EmailAddress> authors,
    Map<String, List<EmailAddress>> recipients,
    List<EmailAddress> resent,
    MailingList list,
    boolean obfuscated) {

  static Participants of(HeaderFields fields, MailEnvelope envelope, @Nullable String listAddress) {
    Map<String, List<EmailAddress>> recipients = new LinkedHashMap<>();
    for (String kind : List.of("to", "cc", "bcc")) {
      recipients.put(kind, read(fields, kind));
    }
    List<EmailAddress> all = recipients.values().stream().flatMap(List::stream).toList();
    MailingList list = configured(MailingList.of(fields, all, envelope), listAddress);
    recipients.replaceAll(
        (_, written) ->
            written.stream().map(each -> OriginalAuthorFinder.decode(each, list)).toList());
    List<EmailAddress> resent = new ArrayList<>();
    for (String field : List.of("resent-from", "resent-to", "resent-cc")) {
      resent.addAll(read(fields, field));
    }
    boolean obfuscated =
        AddressListParser.isObfuscated(fields.raw("from").orElse(""))
            || (envelope.sender() != null && AddressListParser.isObfuscated(envelope.sender()));
    return new Participants(authors(fields, envelope, list), recipients, resent, list, obfuscated);
  }

  private static List<EmailAddress> read(HeaderFields fields, String name) {
    return AddressListParser.parse(fields.joined(name));
  }

  private static MailingList configured(MailingList list, @Nullable String address) {
    if (address == null) {
      return list;
    }
    String id = list.id() == null ? address : list.id();
    return new MailingList(id, list.name(), Set.of(address), true);
  }

  /** The addresses that replace a missing From. */
  private static List<EmailAddress> authors(
      HeaderFields fields, MailEnvelope envelope, MailingList list) {
    List<EmailAddress> from =
        AddressListParser.parse(HeaderFields.decodeUnlabelled(fields.raw("from").orElse("")));
    if (from.isEmpty()) {
      return instead(fields, envelope).stream().limit(1).toList();
    }
    List<EmailAddress> authors = new ArrayList<>();
    authors.add(OriginalAuthorFinder.find(fields, from.getFirst(), list));
    from.stream()
        .skip(1)
        .filter(address -> !list.addresses().contains(address.address()))
        .forEach(authors::add);
    return List.copyOf(authors);
  }

  private static List<EmailAddress> instead(HeaderFields fields, MailEnvelope envelope) {
    List<EmailAddress> stated = new ArrayList<>(read(fields, "sender"));
    stated.addAll(read(fields, "resent-from"));
    stated.addAll(read(fields, "return-path"));
    if (envelope.sender() != null) {
      stated.addAll(AddressListParser.parse(envelope.sender()));
    }
    return stated;
  }

  /** Whether the mail is sent to that address. */
  boolean isAddressed(String address) {
    return recipients.values().stream()
        .flatMap(List::stream)
        .anyMatch(each -> each.address().equalsIgnoreCase(address));
  }

  /** Who wrote it; the first if several did. */
  Optional<EmailAddress> author() {
    return authors.stream().findFirst();
  }

  /** Who else wrote it (RFC 5322 §3.6.2). */
  List<EmailAddress> coAuthors() {
    return authors.stream()
        .skip(1)
        .filter(address -> !address.address().equals(authors.getFirst().address()))
        .toList();
  }

  /** The list, by its id; an archive without list fields is known by the tag in its subjects. */
  @Nullable String context(List<String> topics) {
    if (list.id() != null) {
      return list.id();
    }
    if (list.discussion()) {
      return list.addresses().stream().sorted().findFirst().orElse(null);
    }
    return obfuscated ? topics.stream().findFirst().orElse(null) : null;
  }
}
