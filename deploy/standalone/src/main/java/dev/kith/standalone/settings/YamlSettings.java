package dev.kith.standalone.settings;

import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads a YAML file as dotted keys, whether written with dots or nested, with their lines. */
public final class YamlSettings {

  private static final int DEEPEST = 20;

  private final Path file;
  private final Map<String, YamlValue> all = new LinkedHashMap<>();

  private YamlSettings(Path file) {
    this.file = file;
  }

  public static Map<String, YamlValue> read(Path file) {
    YamlSettings settings = new YamlSettings(file);
    try {
      String text = Files.readString(file);
      LoaderOptions options = new LoaderOptions();
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (root != null) {
        settings.collect("", root, 0);
      }
      return settings.all;
    } catch (CharacterCodingException other) {
      throw new CommandException("%s: expected UTF-8, found other bytes".formatted(file), other);
    } catch (MarkedYAMLException wrong) {
      int line = wrong.getProblemMark() == null ? 0 : wrong.getProblemMark().getLine() + 1;
      throw new CommandException(
          "%s line %d: expected YAML, found a mistake: %s"
              .formatted(file, line, wrong.getProblem()),
          wrong);
    } catch (YAMLException | IOException failure) {
      throw new CommandException(
          "%s: cannot be read: %s".formatted(file, firstLine(failure)), failure);
    }
  }

  private static String firstLine(Exception failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  private void collect(String key, Node node, int depth) {
    if (depth > DEEPEST) {
      throw refusal(node, "expected at most " + DEEPEST + " levels, found more");
    }
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(pair -> collect(key, pair, depth));
    } else if (node instanceof SequenceNode list) {
      collectItems(key, list, depth);
    } else {
      put(key, (ScalarNode) node);
    }
  }

  private void collect(String key, NodeTuple pair, int depth) {
    if (!(pair.getKeyNode() instanceof ScalarNode name)) {
      throw refusal(pair.getKeyNode(), "expected a key, found a list or a mapping");
    }
    String whole = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
    collect(whole, pair.getValueNode(), depth + 1);
  }

  private void collectItems(String key, SequenceNode list, int depth) {
    if (key.isEmpty()) {
      throw refusal(list, "expected keys with values, found a list; remove the hyphens");
    }
    List<Node> items = list.getValue();
    for (int i = 0; i < items.size(); i++) {
      collect(key + "[" + i + "]", items.get(i), depth + 1);
    }
  }

  private void put(String key, ScalarNode scalar) {
    if (key.isEmpty()) {
      throw refusal(scalar, "expected keys with values, such as \"kith.api.as: ann@example.org\"");
    }
    if (scalar.getTag().equals(Tag.NULL)) {
      throw refusal(scalar, key + ": expected a value, found none");
    }
    int line = scalar.getStartMark().getLine() + 1;
    YamlValue before = all.put(key, new YamlValue(scalar.getValue(), line));
    if (before != null) {
      throw refusal(scalar, key + ": expected once, found in line %d too".formatted(before.line()));
    }
  }

  private CommandException refusal(Node node, String problem) {
    return new CommandException(
        "%s line %d: %s".formatted(file, node.getStartMark().getLine() + 1, problem));
  }
}
