package dev.kith.benchmarks.identity;

import dev.kith.benchmarks.identity.AccountGenerator.Somebody;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One account of a synthetic person, and the later revisions of its profile.
 *
 * @param profile the first revision
 * @param spouse word that a changed revision adds to the address, name, bio or contexts
 */
record SyntheticAccount(Profile profile, String spouse) {
  private static final List<String> PROVIDERS =
      List.of("gmail.com", "gmail.com", "gmail.com", "outlook.com", "proton.me", "gmx.net");
  private static final Instant BEGINNING = Instant.parse("2010-01-01T00:00:00Z");

  /**
   * Returns the accounts of a person: half of the people have one, a fifth have two, the others
   * three or more.
   */
  static List<SyntheticAccount> of(Somebody one) {
    List<SyntheticAccount> accounts = new ArrayList<>();
    accounts.add(work(one));
    int drawn = one.chance().nextInt(10);
    if (drawn >= 5) {
      accounts.add(drawn % 2 == 0 ? commits(one) : privately(one));
    }
    if (drawn >= 7) {
      accounts.add(one.oneIn(2) ? toots(one) : hub(one));
    }
    if (drawn == 9) {
      accounts.add(anew(one));
      accounts.add(drawn % 2 == 0 ? privately(one) : commits(one));
    }
    return accounts;
  }

  /**
   * Returns the work account; two of ten have an address but no name, like people who only receive
   * mail.
   */
  private static SyntheticAccount work(Somebody one) {
    String address = address(one);
    var profile = profile(one, AccountId.email(address)).setEmails(List.of(address));
    return made(one, one.oneIn(5) ? profile : profile.setNames(List.of(name(one))));
  }

  private static SyntheticAccount commits(Somebody one) {
    String address =
        one.oneIn(4)
            ? one.number() + "+" + handle(one) + "@users.noreply.github.com"
            : address(one);
    return made(
        one,
        profile(one, AccountId.git(one.name(), address))
            .setNames(List.of(one.name()))
            .setEmails(List.of(address)));
  }

  private static SyntheticAccount privately(Somebody one) {
    String provider = PROVIDERS.get(one.chance().nextInt(PROVIDERS.size()));
    String address = handle(one) + "@" + provider;
    return made(
        one,
        profile(one, AccountId.email(address))
            .setNames(List.of(name(one)))
            .setEmails(List.of(address)));
  }

  /** Returns an account at another employer. */
  private static SyntheticAccount anew(Somebody one) {
    String address = one.given() + "." + one.family() + "@new-" + one.organisation() + ".example";
    return made(
        one,
        profile(one, AccountId.email(address))
            .setNames(List.of(name(one)))
            .setEmails(List.of(address.toLowerCase(Locale.ROOT))));
  }

  private static SyntheticAccount toots(Somebody one) {
    var account = new AccountId("fediverse", handle(one) + "@social.example");
    var profile =
        profile(one, account)
            .setHandle(handle(one))
            .setNames(List.of(one.oneIn(3) ? one.nickname() : one.name()));
    return made(
        one,
        one.oneIn(5)
            ? profile.setLinks(List.of(new Link("mailto:" + address(one), true)))
            : profile);
  }

  private static SyntheticAccount hub(Somebody one) {
    return made(
        one,
        profile(one, new AccountId("github", handle(one)))
            .setHandle(handle(one))
            .setNames(one.oneIn(4) ? List.of() : List.of(name(one))));
  }

  private static SyntheticAccount made(Somebody one, Profile.Builder profile) {
    return new SyntheticAccount(profile.build(), one.nickname());
  }

  private static Profile.Builder profile(Somebody one, AccountId account) {
    return Profile.newBuilder()
        .setAccount(account.toString())
        .setRevision(1)
        .setNetwork(account.namespace())
        .setSource("made-up")
        .setSeen(BEGINNING.plusSeconds(60L * one.chance().nextInt(5_000_000)));
  }

  private static String address(Somebody one) {
    String name = one.given() + "." + one.family() + "." + Integer.toString(one.number(), 36);
    return (name + "@" + one.organisation() + ".example").toLowerCase(Locale.ROOT);
  }

  /** Returns a handle made of the name, with or without a number, or one without the name. */
  private static String handle(Somebody one) {
    String given = one.given().toLowerCase(Locale.ROOT);
    String family = one.family().toLowerCase(Locale.ROOT);
    return switch (one.number() % 5) {
      case 0 -> one.nickname();
      case 1 -> given + family + one.number() % 100;
      case 2 -> given.charAt(0) + family + one.number() % 100;
      case 3 -> given + "." + family + Integer.toString(one.number(), 36);
      default -> given + family.charAt(0) + Integer.toString(one.number(), 36);
    };
  }

  /** Returns the name in one of the spellings that occur in mail. */
  private static String name(Somebody one) {
    return switch (one.chance().nextInt(10)) {
      case 0 -> one.family() + ", " + one.given();
      case 1 -> one.given().charAt(0) + ". " + one.family();
      case 2 -> one.given();
      default -> one.name();
    };
  }

  /**
   * Returns the second revision; half of the changes affect identity (address, name), half do not.
   */
  Profile changed(int way) {
    var later = Profile.newBuilder(profile).setRevision(2);
    return switch (way % 4) {
      case 0 -> later.setEmails(with(profile.getEmails(), spouse + "@new.example")).build();
      case 1 -> later.setNames(with(profile.getNames(), "Ann " + spouse)).build();
      case 2 -> later.setBio("Likes " + spouse).build();
      default -> later.setContexts(List.of(spouse)).build();
    };
  }

  /** Returns the third revision, which changes nothing but the revision number. */
  Profile again() {
    return Profile.newBuilder(profile).setRevision(3).build();
  }

  private static List<String> with(List<String> some, String one) {
    List<String> all = new ArrayList<>(some);
    all.add(one);
    return all;
  }
}
