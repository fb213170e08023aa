package dev.kith.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.AccountId;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
  private static final Instant SEEN = Instant.parse("2026-01-01T00:00:00Z");

  private static List<String> of(String account, String... links) {
    var profile =
        Profile.newBuilder()
            .setAccount(account)
            .setRevision(1)
            .setNetwork("fediverse")
            .setSource("town")
            .setSeen(SEEN)
            .setLinks(Stream.of(links).map(url -> new Link(url, false)).toList())
            .build();
    return Identifiers.of(AccountProfile.of(profile, SEEN));
  }

  private static Set<String> shared(List<String> one, List<String> other) {
    Set<String> shared = new HashSet<>(one);
    shared.retainAll(other);
    return shared;
  }

  @Test
  void accountsThatNameEachOtherShareAnIdentifier() {
    var old = of("fediverse:ann@old.example", "fediverse:reedling@new.example");
    var moved = of("fediverse:reedling@new.example", "fediverse:ann@old.example");

    assertThat(shared(old, moved)).hasSize(1);
  }

  @Test
  void anAccountThatIsNotNamedBackSharesNoIdentifier() {
    var old = of("fediverse:ann@old.example", "fediverse:reedling@new.example");
    var stranger = of("fediverse:mallory@evil.example", "fediverse:ann@old.example");
    var itself = of("fediverse:bob@old.example", "fediverse:bob@old.example");

    assertThat(shared(old, stranger)).isEmpty();
    assertThat(itself).containsExactly("fediverse:bob@old.example");
  }

  @Test
  void pagesThatLinkToEachOtherProveNothing() {
    var ann = of("fediverse:ann@x.example", "https://y.example/@bob");
    var bob = of("fediverse:bob@y.example", "https://x.example/@ann");

    assertThat(shared(ann, bob)).isEmpty();
  }

  @Test
  void aPhoneNumberIsAnIdentifierIfItHasItsCountryCode() {
    var card =
        Profile.newBuilder()
            .setAccount("contact:phone/1")
            .setRevision(1)
            .setNetwork("contacts")
            .setSource("phone")
            .setSeen(SEEN)
            .setEmails(List.of("Ann@Example.org"))
            .setPhones(List.of("+33123456789", "0123456789", "+33 1"))
            .build();

    assertThat(Identifiers.of(AccountProfile.of(card, SEEN)))
        .containsExactly("contact:phone/1", "email:ann@example.org", "tel:+33123456789");
  }

  @Test
  void anAddressWithTheSignWrittenOutIsTheSameMailbox() {
    assertThat(Identifiers.of(committer("ann_at_example.org")))
        .isEqualTo(Identifiers.of(committer("ann@example.org")))
        .containsExactly("email:ann@example.org");
    assertThat(Identifiers.of(committer("ann_at_home"))).isEmpty();
  }

  private static AccountProfile committer(String email) {
    return AccountProfile.of(
        Profile.newBuilder()
            .setAccount(AccountId.git("Ann Lee", email).toString())
            .setRevision(0)
            .setNetwork("git")
            .setSource("made-up")
            .setSeen(Instant.EPOCH)
            .setEmails(List.of(email))
            .build(),
        Instant.EPOCH);
  }
}
