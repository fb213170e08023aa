package dev.kith.identity.matching;

import dev.kith.identity.account.AccountProfile;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Made-up accounts, and how common their names are. */
final class SampleAccounts {
  private SampleAccounts() {}

  static AccountFeatures git(String name, String email) {
    return features(profile(AccountId.git(name, email), name).setEmails(List.of(email)).build());
  }

  static AccountFeatures born(String name, String email, String birthday) {
    return features(
        profile(AccountId.git(name, email), name)
            .setEmails(List.of(email))
            .setBirthday(birthday)
            .build());
  }

  static AccountFeatures bot(String name, String email) {
    return features(
        profile(AccountId.git(name, email), name)
            .setEmails(List.of(email))
            .setKind(AccountKind.BOT)
            .build());
  }

  static AccountFeatures login(String login) {
    var account = new AccountId("github", login);
    return features(profile(account, "").setNames(List.of()).setHandle(login).build());
  }

  static AccountFeatures fediverse(String address) {
    return features(profile(new AccountId("fediverse", address), "").setNames(List.of()).build());
  }

  /** Everybody's name is rare, but for the words given with their number of bearers. */
  static NameFrequencies among(int people, Map<String, Integer> common, String... rare) {
    var bearers = new HashMap<String, Integer>();
    common.forEach((word, count) -> bearers.put(word, NameFrequencies.level(count)));
    new HashSet<>(List.of(rare)).forEach(word -> bearers.put(word, NameFrequencies.level(1)));
    return new NameFrequencies(NameFrequencies.level(people), bearers);
  }

  static AccountFeatures features(Profile profile) {
    return ProfileSummary.of(AccountProfile.of(profile, profile.getSeen()))
        .features(profile.getAccount());
  }

  private static Profile.Builder profile(AccountId account, String name) {
    return Profile.newBuilder()
        .setAccount(account.toString())
        .setRevision(0)
        .setNetwork(account.namespace())
        .setSource("made-up")
        .setSeen(Instant.EPOCH)
        .setNames(List.of(name));
  }
}
