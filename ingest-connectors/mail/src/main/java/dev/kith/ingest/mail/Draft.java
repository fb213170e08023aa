package dev.kith.ingest.mail;

import dev.kith.ingest.DisplayName;
import dev.kith.ingest.KnownProfiles;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        .map(Fields::unlabelled)
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

  /**
   * In-Reply-To may name whose mail it answers, too (RFC 822 §4.6.2): an address of the header is
   * no id, and the id that References knows is the right one.
   */
  private Optional<String> answered() {
    List<String> named = new ArrayList<>(MessageIds.all(fields.joined("in-reply-to")));
    named.removeIf(id -> people.isAddressed(id) || id.equals(author.address()));
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
    Stream.of(
            people.coAuthors(),
            people.recipients().values().stream().flatMap(List::stream).toList(),
            people.resent())
        .flatMap(List::stream)
        .forEach(address -> profiles.add(profile(address, Asserted.OTHERS, source)));
    people.list().addresses().stream().sorted().forEach(list -> profiles.add(list(list, source)));
    return profiles;
  }

  /** The list's own fields outweigh a mere mention. */
  private Profile list(String address, String source) {
    Optional<String> name = Optional.ofNullable(people.list().name()).flatMap(DisplayName::clean);
    return profile(new Address(null, address), AccountKind.LIST, Asserted.SELF, source)
        .setNames(name.stream().toList())
        .build();
  }

  private Profile profile(Address address, Asserted asserted, String source) {
    if (lists.contains(address.address())) {
      return profile(address, AccountKind.LIST, Asserted.SELF, source).build();
    }
    boolean self = asserted == Asserted.SELF;
    return profile(address, Standing.of(address), asserted, source)
        .setOrganisation(self ? fields.text("organization").orElse(null) : null)
        .setContexts(self ? contexts() : List.of())
        .build();
  }

  private Profile.Builder profile(
      Address address, AccountKind kind, Asserted asserted, String source) {
    return Profile.newBuilder()
        .setAccount(address.account())
        .setRevision(KnownProfiles.revision(at))
        .setNetwork(MailReader.NETWORK)
        .setSource(source)
        .setSeen(at)
        .setAsserted(asserted)
        .setKind(kind)
        .setNames(Standing.ownName(address, kind).stream().toList())
        .setEmails(address.isGlobal() ? List.of(address.address()) : List.of());
  }

  private List<String> contexts() {
    String context = people.context(fields.text("subject").orElse(""));
    return context == null ? List.of() : List.of(context);
  }
}
