package dev.kith.identity.matching;

import dev.kith.identity.account.Birthday;
import dev.kith.identity.account.Mailbox;
import dev.kith.identity.account.SharedAddresses;
import dev.kith.identity.name.MixedScript;
import dev.kith.identity.name.NameField;
import dev.kith.identity.name.NameNormalizer;
import dev.kith.identity.name.PersonName;
import dev.kith.identity.name.WordList;
import dev.kith.schemas.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts the features of one profile. */
final class FeatureExtractor {
  private static final String MAILBOX = "email:";
  private static final int MAX_NAMES = 4;
  private static final int FORGE_GROUPS = 3;

  /** The addresses forges hand out to hide a real one still tell the login. */
  private static final Pattern FORGE_ADDRESS =
      Pattern.compile(
          "(?:(\\d+)[+-])?([^@+]+)@users\\.noreply\\.([^@]+)|(\\d+)\\+([^@+]+)@noreply\\.([^@]+)");

  /** A capital and small letters: Ann, but not ann or AnnLee. */
  private static final Pattern FIRST_NAME = Pattern.compile("\\p{Lu}[\\p{Ll}\\p{M}]+");

  private static final String NO_REPLY = "noreply.";

  /** So many people have an address there that sharing it means nothing. */
  private static final Set<String> PUBLIC_PROVIDERS =
      WordList.set(
          """
          gmail googlemail yahoo ymail rocketmail hotmail outlook live msn qq 163 126 sina
          foxmail protonmail proton pm mail email gmx web icloud me mac aol yandex rambler
          fastmail tutanota tuta zoho free orange laposte comcast verizon naver users
          localhost
          """);

  /** Namespaces whose address is a login on a platform of that name. */
  private static final Set<String> PLATFORMS = Set.of("github", "gitlab", "bluesky", "fediverse");

  private final String account;
  private final ProfileSummary profile;
  private final ArrayList<PersonName> names = new ArrayList<>();
  private final TreeSet<String> addresses = new TreeSet<>();
  private final TreeSet<Handle> handles = new TreeSet<>();
  private final TreeSet<Handle> nicknames = new TreeSet<>();
  private final TreeSet<Handle> firstNames = new TreeSet<>();
  private final TreeMap<String, String> logins = new TreeMap<>();
  private Optional<String> home = Optional.empty();

  FeatureExtractor(String account, ProfileSummary profile) {
    this.account = account;
    this.profile = profile;
  }

  AccountFeatures features() {
    if (!isSharedMailbox()) {
      namesToRead().stream().limit(MAX_NAMES).forEach(this::name);
    }
    profile.emails().forEach(this::address);
    Optional.ofNullable(profile.handle()).flatMap(Handle::of).ifPresent(handles::add);
    login(AccountId.parse(account));
    if (!isNamedForItself()) {
      handles.clear();
    }
    return new AccountFeatures(
        account,
        profile.kind(),
        names,
        !names.isEmpty() && profile.names().stream().allMatch(MixedScript::isIn),
        addresses,
        handles,
        nicknames,
        Set.copyOf(firstNames),
        logins,
        Optional.ofNullable(profile.birthday()).flatMap(Birthday::parse),
        home);
  }

  /** The name beside the address of a role or a relay is that of the last writer. */
  private boolean isSharedMailbox() {
    return account.startsWith(MAILBOX)
        && SharedAddresses.isShared(account.substring(MAILBOX.length()));
  }

  /** One of several people, or a relay, may go by its handles as well. */
  private boolean isNamedForItself() {
    return profile.names().stream()
        .noneMatch(name -> NameField.isSeveralPeople(name) || NameField.isRelayed(name));
  }

  /** Those in one script where there are any: a slip of the keyboard is nobody's name. */
  private List<String> namesToRead() {
    List<String> clean = profile.names().stream().filter(name -> !MixedScript.isIn(name)).toList();
    return clean.isEmpty() ? profile.names() : clean;
  }

  private void name(String text) {
    Optional<PersonName> name = PersonName.parse(text);
    name.filter(parsed -> !names.contains(parsed)).ifPresent(names::add);
    // A name of one word, as written, is a nickname as much as a name.
    if (NameNormalizer.words(text).size() == 1 && name.isPresent()) {
      Optional<Handle> handle = Handle.of(text);
      handle.ifPresent(nicknames::add);
      handle.filter(each -> FIRST_NAME.matcher(text.strip()).matches()).ifPresent(firstNames::add);
    }
  }

  private void address(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    Matcher noReply = FORGE_ADDRESS.matcher(lower);
    if (lower.contains(NO_REPLY) && noReply.matches()) {
      forgeAccount(noReply, noReply.group(2) == null ? FORGE_GROUPS : 0);
      return;
    }
    addresses.add(Mailbox.canonical(lower));
    if (!SharedAddresses.isShared(lower)) {
      Handle.ofAddress(lower).ifPresent(handles::add);
    }
    int at = lower.lastIndexOf('@');
    if (at >= 0) {
      home = home.or(() -> smallDomain(lower.substring(at + 1)));
    }
  }

  private void forgeAccount(Matcher found, int group) {
    String forge = forge(found.group(group + 3));
    String login = found.group(group + 2);
    logins.put(forge, login);
    Optional.ofNullable(found.group(group + 1))
        .ifPresent(id -> logins.put(forge + " by number", id));
    Handle.of(login).ifPresent(handles::add);
  }

  /** A forge by the name its accounts have here, or by its host. */
  private static String forge(String host) {
    String name = host.endsWith(".com") ? host.substring(0, host.length() - 4) : host;
    return PLATFORMS.contains(name) ? name : host;
  }

  private static Optional<String> smallDomain(String domain) {
    int dot = domain.indexOf('.');
    boolean small = dot > 0 && !PUBLIC_PROVIDERS.contains(domain.substring(0, dot));
    return small ? Optional.of(domain) : Optional.empty();
  }

  private void login(AccountId account) {
    if (PLATFORMS.contains(account.namespace())) {
      String[] parts = account.address().toLowerCase(Locale.ROOT).split("@", 2);
      logins.put(parts.length > 1 ? parts[1] : account.namespace(), parts[0]);
      Handle.of(parts[0]).ifPresent(handles::add);
    }
  }
}
