package dev.kith.standalone.settings;

import dev.kith.ingest.SourceKey;
import dev.kith.standalone.settings.KnownSettings.Setting;
import dev.kith.standalone.terminal.CommandException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the sources of one network, from the configuration metadata of its connector.
 *
 * @param network name of the network, as in {@code kith.sources.NETWORK.NAME.KEY}
 * @param keys without their prefix
 */
public record NetworkKeys(String network, List<Key> keys) {

  /** Keys that {@code up} sets, and a person does not. */
  private static final List<String> SET_BY_UP = List.of("cache", "state");

  public NetworkKeys {
    keys = List.copyOf(keys);
  }

  /**
   * One key.
   *
   * @param name such as {@code imap.host}
   * @param type what a value is, for a person: {@code duration}
   * @param isRequired whether there is no source without it
   */
  public record Key(
      String name,
      String type,
      String description,
      @Nullable String defaultValue,
      boolean isRequired) {

    /** Whether the value is the path of a file or folder. */
    public boolean isPath() {
      return type.equals(SettingType.PATH);
    }

    /** Whether the value is a password or a token, and is kept in a file of its own. */
    public boolean isSecret() {
      return SecretFiles.isSecret(name) && !name.endsWith(SecretFiles.FILE);
    }
  }

  /** The networks of the connectors on the class path, by name. */
  public static List<NetworkKeys> all() {
    KnownSettings known = KnownSettings.onClassPath();
    return known.all().stream()
        .flatMap(setting -> SourceKey.parse(setting.key()).map(SourceKey::network).stream())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .map(network -> of(known, network))
        .toList();
  }

  /** The keys of a network; fails if there is no such network. */
  public static NetworkKeys named(String network) {
    return all().stream()
        .filter(each -> each.network.equals(network))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandException(
                    "network: expected one of %s, found %s"
                        .formatted(
                            all().stream()
                                .map(NetworkKeys::network)
                                .collect(Collectors.joining(", ")),
                            network)));
  }

  private static NetworkKeys of(KnownSettings known, String network) {
    String prefix = SourceKey.prefix(network, "*");
    return new NetworkKeys(
        network,
        known.all().stream()
            .filter(setting -> setting.key().startsWith(prefix))
            .filter(setting -> !SET_BY_UP.contains(setting.key().substring(prefix.length())))
            .map(setting -> key(setting, prefix))
            .toList());
  }

  private static Key key(Setting setting, String prefix) {
    String name = setting.key().substring(prefix.length());
    return new Key(
        name,
        SettingType.phrase(setting),
        setting.description(),
        setting.defaultValue(),
        SettingsValidator.isRequired(setting, name));
  }

  /**
   * The key of this name; a secret may also be given by the path of its file.
   *
   * @throws CommandException with the nearest key, and all of them, if there is none
   */
  public Key require(String name) {
    return find(name)
        .or(() -> fileOf(name))
        .orElseThrow(
            () ->
                new CommandException(
                    "%s: there is no such setting of %s; the nearest one is %s. There are: %s"
                        .formatted(name, network, nearest(name), names())));
  }

  private Optional<Key> find(String name) {
    return keys.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  private Optional<Key> fileOf(String name) {
    return name.endsWith(SecretFiles.FILE)
        ? find(SecretFiles.withoutFile(name))
            .filter(Key::isSecret)
            .map(secret -> new Key(name, SettingType.PATH, secret.description(), null, false))
        : Optional.empty();
  }

  private String nearest(String name) {
    return keys.stream()
        .map(Key::name)
        .min(Comparator.comparingInt(key -> KnownSettings.editDistance(key, name)))
        .orElse("none");
  }

  private String names() {
    return keys.stream().map(Key::name).collect(Collectors.joining(", "));
  }
}
