package dev.kith.ingest.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everyone a mail's header names.
 *
 * @param from authors as written
 * @param recipients by manner: to, cc, bcc
 * @param resent those somebody passed it on to, and who did
 * @param list the list it went through
 * @param obfuscated whether addresses are written as public archives do
 */
record People(
    List<Address> from,
    Map<String, List<Address>> recipients,
    List<Address> resent,
    MailingList list,
    boolean obfuscated) {

  static People of(Fields fields, Envelope envelope, @Nullable String listAddress) {
    Map<String, List<Address>> recipients = new LinkedHashMap<>();
    for (String kind : List.of("to", "cc", "bcc")) {
      recipients.put(kind, read(fields, kind));
    }
    List<Address> all = recipients.values().stream().flatMap(List::stream).toList();
    MailingList list = configured(MailingList.of(fields, all), listAddress);
    List<Address> resent = new ArrayList<>();
    for (String field : List.of("resent-from", "resent-to", "resent-cc")) {
      resent.addAll(read(fields, field));
    }
    boolean obfuscated = AddressList.isObfuscated(fields.raw("from").orElse(""));
    return new People(authors(fields, envelope, list), recipients, resent, list, obfuscated);
  }

  private static List<Address> read(Fields fields, String name) {
    return AddressList.parse(Fields.unlabelled(fields.joined(name)));
  }

  private static MailingList configured(MailingList list, @Nullable String address) {
    if (address == null) {
      return list;
    }
    String id = list.id() == null ? address : list.id();
    return new MailingList(id, list.name(), Set.of(address), true);
  }

  /**
   * A list may put its own address into From, to satisfy DMARC; the author is then where the answer
   * goes. Without From, the secretary or the envelope knows.
   */
  private static List<Address> authors(Fields fields, Envelope envelope, MailingList list) {
    List<Address> from = AddressList.parse(Fields.unlabelled(fields.raw("from").orElse("")));
    boolean munged = !from.isEmpty() && list.addresses().contains(from.getFirst().address());
    if (munged) {
      for (String field : List.of("x-original-from", "x-mailfrom", "reply-to")) {
        List<Address> real = new ArrayList<>(read(fields, field));
        real.removeIf(address -> list.addresses().contains(address.address()));
        if (!real.isEmpty()) {
          return real;
        }
      }
    }
    if (!from.isEmpty()) {
      return from;
    }
    List<Address> stated = new ArrayList<>(read(fields, "sender"));
    stated.addAll(read(fields, "resent-from"));
    stated.addAll(read(fields, "return-path"));
    if (envelope.sender() != null) {
      stated.addAll(AddressList.parse(envelope.sender()));
    }
    return stated;
  }

  /** Who wrote it; the first if several did. */
  Optional<Address> author() {
    return from.stream().findFirst();
  }

  /** The list, by its id; an archive without list fields is known by the tag in its subjects. */
  @Nullable String context(String subject) {
    if (list.id() != null) {
      return list.id();
    }
    if (list.discussion()) {
      return list.addresses().stream().sorted().findFirst().orElse(null);
    }
    return obfuscated ? Subject.topics(subject).stream().findFirst().orElse(null) : null;
  }
}
