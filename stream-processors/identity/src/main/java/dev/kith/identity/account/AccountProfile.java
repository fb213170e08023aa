package dev.kith.identity.account;

import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Link;
import dev.kith.schemas.PersonAccount;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a profile that become part of a person.
 *
 * @param phones numbers in E.164 form
 * @param self whether the account itself says so
 * @param birthday of its owner, as the profile states it
 */
public record AccountProfile(
    String account,
    String network,
    AccountKind kind,
    Instant seen,
    List<String> names,
    @Nullable String handle,
    List<String> emails,
    List<String> phones,
    List<ProfileLink> links,
    @Nullable String organisation,
    @Nullable String bio,
    List<String> contexts,
    boolean self,
    @Nullable String birthday) {

  /** The fields of a profile that was first seen at {@code seen}. */
  public static AccountProfile of(Profile profile, Instant seen) {
    return new AccountProfile(
        profile.getAccount(),
        profile.getNetwork(),
        profile.getKind(),
        seen,
        profile.getNames(),
        profile.getHandle().orElse(null),
        profile.getEmails(),
        profile.getPhones(),
        profile.getLinks().stream()
            .map(each -> new ProfileLink(each.getUrl(), each.getVerified()))
            .toList(),
        profile.getOrganisation().orElse(null),
        profile.getBio().orElse(null),
        profile.getContexts(),
        profile.getAsserted() == Asserted.SELF,
        profile.getBirthday().orElse(null));
  }

  /** The same, first seen at another moment and under these names. */
  AccountProfile with(Instant firstSeen, List<String> all) {
    return with(firstSeen, all, links, bio, contexts);
  }

  /** Without the fields that may be long. */
  public AccountProfile shortened() {
    return with(seen, names, List.of(), null, List.of());
  }

  private AccountProfile with(
      Instant firstSeen,
      List<String> newNames,
      List<ProfileLink> newLinks,
      @Nullable String newBio,
      List<String> newContexts) {
    return new AccountProfile(
        account,
        network,
        kind,
        firstSeen,
        newNames,
        handle,
        emails,
        phones,
        newLinks,
        organisation,
        newBio,
        newContexts,
        self,
        birthday);
  }

  /** Its place in a person's record; not with a builder, which looks up every default. */
  public PersonAccount asPersonAccount() {
    return new PersonAccount(
        account,
        network,
        kind,
        seen,
        names,
        handle,
        emails,
        links.stream().map(each -> new Link(each.url(), each.verified())).toList(),
        organisation,
        bio,
        contexts,
        phones,
        birthday);
  }
}
