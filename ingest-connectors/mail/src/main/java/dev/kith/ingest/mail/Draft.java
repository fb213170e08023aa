package dev.kith.ingest.mail;

import dev.kith.ingest.KnownProfiles;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail taken apart, on its way to become an activity. */
record Draft(
    RawMail mail,
    Fields fields,
    MailBody body,
    People people,
    Address author,
    Instant at,
    KnownLists lists) {

  Draft(
      RawMail mail,
      Part.Enclosed message,
      People people,
      Address author,
      Instant at,
      KnownLists lists) {
    this(mail, message.fields(), MailBody.of(message.part()), people, author, at, lists);
  }

  /** Its Message-ID, or an id made of what it says. */
  String id() {
    return fields
        .raw("message-id")
        .flatMap(MessageIds::first)
        .orElseGet(
            () ->
                MessageIds.ofContent(
                    author.address(),
                    at,
                    fields.text("subject").orElse(""),
                    MailReader.bodyOf(mail.bytes())));
  }

  /** The conversation above it, oldest first, as far as it says. */
  List<String> parents() {
    List<String> parents = new ArrayList<>(MessageIds.all(fields.joined("references")));
    if (parents.isEmpty()) {
      answered().ifPresent(parents::add);
    }
    return parents;
  }

  /** What it answers; never itself. */
  @Nullable String parent(List<String> parents) {
    String parent = answered().orElse(parents.isEmpty() ? null : parents.getLast());
    return parent == null || parent.equals(id()) ? null : parent;
  }

  /** In-Reply-To may name an address first; the id that References knows is the right one. */
  private Optional<String> answered() {
    List<String> named = MessageIds.all(fields.joined("in-reply-to"));
    List<String> references = MessageIds.all(fields.joined("references"));
    return named.stream()
        .filter(references::contains)
        .findFirst()
        .or(() -> named.stream().findFirst());
  }

  /** Words of others in the text, and whole messages enclosed. */
  String quoted(Passages passages) {
    return body.forwarded().isBlank()
        ? passages.quoted()
        : (passages.quoted() + "\n\n" + body.forwarded()).strip();
  }

  /** What the mail says of everyone it names. */
  List<Profile> profiles(String source) {
    List<Profile> profiles = new ArrayList<>();
    profiles.add(profile(author, Asserted.SELF, source));
    people.recipients().values().stream()
        .flatMap(List::stream)
        .forEach(address -> profiles.add(profile(address, Asserted.OTHERS, source)));
    people.resent().forEach(address -> profiles.add(profile(address, Asserted.OTHERS, source)));
    people.list().addresses().stream()
        .sorted()
        .map(address -> new Address(people.list().name(), address))
        .forEach(address -> profiles.add(profile(address, Asserted.OTHERS, source)));
    return profiles;
  }

  private Profile profile(Address address, Asserted asserted, String source) {
    boolean list = lists.contains(address.address());
    boolean self = asserted == Asserted.SELF;
    return Profile.newBuilder()
        .setAccount(address.account())
        .setRevision(KnownProfiles.revision(at))
        .setNetwork(MailReader.NETWORK)
        .setSource(source)
        .setSeen(at)
        .setAsserted(
            list ? Asserted.SELF : asserted) // the list's own fields outweigh a mere mention
        .setKind(list ? AccountKind.LIST : Standing.of(address))
        .setNames(address.name() == null ? List.of() : List.of(address.name()))
        .setEmails(address.isGlobal() ? List.of(address.address()) : List.of())
        .setOrganisation(self ? fields.text("organization").orElse(null) : null)
        .setContexts(self ? contexts() : List.of())
        .build();
  }

  private List<String> contexts() {
    String context = people.context(fields.text("subject").orElse(""));
    return context == null ? List.of() : List.of(context);
  }
}
