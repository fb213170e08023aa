package dev.kith.identity.matching;

import dev.kith.identity.account.AccountProfile;
import dev.kith.schemas.AccountKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a profile that matching reads.
 *
 * @param seen earliest moment at which the account was met, in milliseconds since 1970
 * @param kind what stands behind it
 * @param names it goes by
 * @param handle short name
 * @param emails mail addresses
 * @param birthday of its owner, as the profile states it
 */
public record ProfileSummary(
    long seen,
    AccountKind kind,
    List<String> names,
    @Nullable String handle,
    List<String> emails,
    @Nullable String birthday) {

  public static ProfileSummary of(AccountProfile member) {
    return new ProfileSummary(
        member.seen().toEpochMilli(),
        member.kind(),
        member.names(),
        member.handle(),
        member.emails(),
        member.birthday());
  }

  /** The features that are compared. */
  public AccountFeatures features(String account) {
    return new FeatureExtractor(account, this).features();
  }
}
