package dev.kith.ingest.mail.message;

import dev.kith.ingest.DisplayName;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.mail.address.AccountKindClassifier;
import dev.kith.ingest.mail.address.EmailAddress;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the profiles of everyone whom a mail names. */
final class ProfileBuilder {
  private final ParsedMail mail;
  private final KnownListAddresses lists;
  private final String source;

  ProfileBuilder(ParsedMail mail, KnownListAddresses lists, String source) {
    this.mail = mail;
    this.lists = lists;
    this.source = source;
  }

  List<Profile> build() {
    Participants people = mail.people();
    List<Profile> profiles = new ArrayList<>();
    profiles.add(author());
    Stream.of(
            people.coAuthors(),
            people.recipients().values().stream().flatMap(List::stream).toList(),
            people.resent())
        .flatMap(List::stream)
        .forEach(address -> profiles.add(profile(address, Asserted.OTHERS).build()));
    people.list().addresses().stream().sorted().forEach(list -> profiles.add(list(list)));
    return profiles;
  }

  private Profile author() {
    Profile.Builder profile = profile(mail.author(), Asserted.SELF);
    if (!lists.contains(mail.author().address())) {
      profile
          .setOrganisation(mail.fields().text("organization").orElse(null))
          .setContexts(Optional.ofNullable(mail.context()).stream().toList());
    }
    return profile.build();
  }

  /** The profile of a list, which its own fields assert. */
  private Profile list(String address) {
    Optional<String> name =
        Optional.ofNullable(mail.people().list().name()).flatMap(DisplayName::clean);
    return profile(new EmailAddress(null, address), AccountKind.LIST, Asserted.SELF)
        .setNames(name.stream().toList())
        .build();
  }

  private Profile.Builder profile(EmailAddress address, Asserted asserted) {
    return lists.contains(address.address())
        ? profile(address, AccountKind.LIST, Asserted.SELF)
        : profile(address, AccountKindClassifier.classify(address), asserted);
  }

  private Profile.Builder profile(EmailAddress address, AccountKind kind, Asserted asserted) {
    Instant at = mail.at();
    return Profile.newBuilder()
        .setAccount(address.account())
        .setRevision(KnownProfiles.revision(at))
        .setNetwork(MailParser.NETWORK)
        .setSource(source)
        .setSeen(at)
        .setAsserted(asserted)
        .setKind(kind)
        .setNames(AccountKindClassifier.accountName(address, kind).stream().toList())
        .setEmails(address.isGlobal() ? List.of(address.address()) : List.of());
  }
}
