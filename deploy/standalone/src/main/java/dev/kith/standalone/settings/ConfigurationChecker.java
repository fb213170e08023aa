package dev.kith.standalone.settings;

import dev.kith.ingest.SourceKey;
import dev.kith.standalone.settings.KnownSettings.Setting;
import dev.kith.standalone.terminal.CommandException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks all settings of the user and collects the mistakes, one line each. */
final class ConfigurationChecker {

  /** Keys of Micronaut, which are passed on unchecked. */
  private static final Pattern FRAMEWORK =
      Pattern.compile("(micronaut|endpoints|logger|netty|jackson)\\..+");

  private static final Pattern LIST_ITEM = Pattern.compile("(.*)\\[\\d+]");

  private final KnownSettings known;
  private final Path file;
  private final List<String> problems = new ArrayList<>();

  ConfigurationChecker(KnownSettings known, Path file) {
    this.known = known;
    this.file = file;
  }

  /**
   * Refuses a configuration with mistakes and lists all of them.
   *
   * @param written the values of the file by key
   * @param variables of the environment
   */
  void check(Map<String, YamlValue> written, Map<String, String> variables) {
    written.forEach(
        (key, value) ->
            problem(key, value.value())
                .ifPresent(problem -> problems.add(place(value) + ": " + problem)));
    variables.forEach(
        (name, value) ->
            variableProblem(name, value)
                .ifPresent(problem -> problems.add("environment: " + problem)));
    if (problems.isEmpty()) { // the services cannot read values of a wrong type either
      checkLimits(written, variables);
    }
    if (!problems.isEmpty()) {
      throw new CommandException(String.join("\n", problems));
    }
  }

  private String place(YamlValue value) {
    return "%s line %d".formatted(file, value.line());
  }

  private Optional<String> problem(String key, String value) {
    if (Configuration.isSetByUp(key)) {
      String instead =
          key.startsWith("micronaut.")
              ? " and set " + key.replace("micronaut.server", "kith.api")
              : "";
      return Optional.of(
          "%s is set by up, which starts its own servers; remove the line%s"
              .formatted(key, instead));
    }
    if (FRAMEWORK.matcher(key).matches()) {
      return Optional.empty();
    }
    return sourceNameProblem(key)
        .or(
            () ->
                SecretFiles.settingOf(known, key)
                    .map(setting -> valueProblem(setting, key, value))
                    .orElseGet(() -> Optional.of(unknown(key))));
  }

  private static Optional<String> sourceNameProblem(String key) {
    return SourceKey.parse(key)
        .map(SourceKey::source)
        .filter(name -> !SourceKey.isName(name))
        .map(
            name ->
                "expected the name of a source in lower-case letters, digits and hyphens, found "
                    + name);
  }

  private Optional<String> valueProblem(Setting setting, String key, String value) {
    Optional<String> problem =
        SettingType.refusal(setting, value)
            .map(expected -> "%s: expected %s, found \"%s\"".formatted(key, expected, value));
    return problem.isEmpty() && SecretFiles.isFile(known, key)
        ? SecretFiles.problem(value).map(found -> key + ": " + found)
        : problem;
  }

  private String unknown(String key) {
    var item = LIST_ITEM.matcher(key);
    if (item.matches() && known.find(item.group(1)).isPresent()) {
      return item.group(1) + ": expected one value, found a list";
    }
    return "there is no setting %s%s"
        .formatted(key, known.nearest(key).map(near -> "; the nearest one is " + near).orElse(""));
  }

  private Optional<String> variableProblem(String name, String value) {
    Optional<Setting> setting =
        known.all().stream().filter(each -> name.matches(variablePattern(each))).findFirst();
    if (setting.isEmpty()) {
      return Optional.of("there is no setting for %s%s".formatted(name, nearestVariable(name)));
    }
    if (Configuration.isSetByUp(setting.get().key())) {
      return Optional.of(name + " is set by up, which starts its own servers; unset it");
    }
    return SettingType.refusal(setting.get(), value)
        .map(expected -> "%s: expected %s, found \"%s\"".formatted(name, expected, value));
  }

  private String nearestVariable(String name) {
    return known.all().stream()
        .map(each -> variable(each.key().replace("*", "NAME")))
        .min(Comparator.comparingInt(candidate -> KnownSettings.editDistance(candidate, name)))
        .map(near -> "; the nearest one is " + near)
        .orElse("");
  }

  private static String variablePattern(Setting setting) {
    String pattern = variable(setting.key()).replace("*", "[A-Z0-9_]+");
    return setting.isMap() ? pattern + "_[A-Z0-9_]+" : pattern;
  }

  /** The environment variable that Micronaut reads for a key. */
  static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private void checkLimits(Map<String, YamlValue> written, Map<String, String> variables) {
    Map<String, String> values = new TreeMap<>();
    written.forEach((key, value) -> values.put(key, value.value()));
    Set<String> sources = new TreeSet<>();
    written
        .keySet()
        .forEach(key -> SourceKey.parse(key).map(SourceKey::source).ifPresent(sources::add));
    known.all().stream()
        .flatMap(setting -> keys(setting.key(), sources))
        .filter(key -> variables.containsKey(variable(key)))
        .forEach(key -> values.put(key, variables.get(variable(key))));
    for (var violation :
        new SettingsValidator(known, SecretFiles.read(known, values)).violations()) {
      problems.add(located(violation, written, variables));
    }
  }

  /** The key, or that key for each source of the file; a variable cannot name a source. */
  private static Stream<String> keys(String key, Set<String> sources) {
    return key.contains("*")
        ? sources.stream().map(name -> key.replace("*", name))
        : Stream.of(key);
  }

  /** Adds the place and the value to a message, as far as they are known. */
  private String located(
      SettingsValidator.Violation violation,
      Map<String, YamlValue> written,
      Map<String, String> variables) {
    String key = violation.key();
    String variable = variable(key);
    if (variables.containsKey(variable)) {
      return "environment: " + worded(variable, violation.problem(), variables.get(variable));
    }
    String inFile = written.containsKey(key) ? key : key + SecretFiles.FILE;
    YamlValue value = written.get(inFile);
    if (value != null) {
      String found =
          SecretFiles.isFile(known, inFile)
              ? SecretFiles.read(inFile, value.value())
              : value.value();
      return place(value) + ": " + worded(inFile, violation.problem(), found);
    }
    return refusedOf(key, violation.problem(), written)
        .map(one -> place(one.getValue()) + ": " + worded(one.getKey(), violation.problem(), null))
        .orElseGet(() -> file + ": " + worded(key, violation.problem(), null));
  }

  /** The value that a group of settings refuses, if the message names it. */
  private static Optional<Map.Entry<String, YamlValue>> refusedOf(
      String group, String problem, Map<String, YamlValue> written) {
    List<Map.Entry<String, YamlValue>> refused =
        written.entrySet().stream()
            .filter(each -> each.getKey().startsWith(group))
            .filter(
                each ->
                    problem.matches(
                        "(?s).*(?<![\\w.])%s(\\.0)?"
                            .formatted(Pattern.quote(each.getValue().value()))))
            .toList();
    return refused.size() == 1 ? Optional.of(refused.getFirst()) : Optional.empty();
  }

  /** The value in words; a secret is not repeated. */
  private static String worded(String key, String problem, @Nullable String found) {
    String named = key.isEmpty() ? problem : key + ": " + problem;
    if (found == null || problem.contains("found")) {
      return named;
    }
    return SecretFiles.isSecret(key)
        ? "%s, found %d".formatted(named, found.length())
        : "%s, found \"%s\"".formatted(named, found);
  }
}
