package dev.kith.standalone.input;

import dev.kith.ingest.InputOption;
import dev.kith.ingest.InvalidInputException;
import dev.kith.standalone.terminal.CommandException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of {@code up} that name inputs, as the connectors on the class path describe them.
 */
public record InputOptions(List<InputOption> all) {

  /** The options of all connectors on the class path, sorted by name. */
  public static InputOptions discover() {
    List<InputOption> found = new ArrayList<>();
    ServiceLoader.load(InputOption.class).forEach(found::add);
    found.sort(Comparator.comparing(InputOption::option));
    return new InputOptions(List.copyOf(found));
  }

  /** Adds an option for each kind of input to a command. */
  public static final class Transformer implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
      discover().all().forEach(option -> command.addOption(spec(option)));
      return command;
    }

    private static OptionSpec spec(InputOption option) {
      return OptionSpec.builder(option.option())
          .arity("1..*")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .paramLabel(option.valueName())
          .description(option.description())
          .build();
    }
  }

  /** The inputs of a parsed command line, each checked, by the name of its option. */
  public Map<String, List<String>> checked(CommandSpec command) {
    Map<String, List<String>> inputs = new TreeMap<>();
    for (InputOption option : all) {
      @Nullable List<String> values = command.findOption(option.option()).getValue();
      if (values != null) {
        inputs.put(name(option), values.stream().map(value -> check(option, value)).toList());
      }
    }
    return inputs;
  }

  /** The option with this name. */
  public InputOption named(String name) {
    return all.stream()
        .filter(option -> name(option).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandException(
                    "expected inputs of %s, found those of --%s in the settings; "
                            .formatted(names(), name)
                        + "delete them there, or add the connector that reads them"));
  }

  /** The value as it is remembered. */
  public static String check(InputOption option, String value) {
    return check(option, option.option(), value);
  }

  /**
   * The same for a value that was not given by the option.
   *
   * @param given what stands before the value in messages
   */
  public static String check(InputOption option, String given, String value) {
    try {
      return option.check(value);
    } catch (InvalidInputException | InvalidPathException invalid) {
      throw new CommandException(
          "%s %s: %s".formatted(given, withoutSecret(value), invalid.getMessage()), invalid);
    }
  }

  /** An address without its password, for messages. */
  private static String withoutSecret(String value) {
    return value.replaceFirst("://[^/]*@", "://…@");
  }

  /** The name of an option without its dashes. */
  static String name(InputOption option) {
    return option.option().replaceFirst("^-+", "");
  }

  private String names() {
    return all.stream().map(InputOption::option).collect(Collectors.joining(", "));
  }
}
