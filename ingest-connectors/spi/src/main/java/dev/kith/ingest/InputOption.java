package dev.kith.ingest;

import java.nio.file.Path;
import java.util.Map;

/**
 * An option of {@code kith up} whose values are sources of one network, such as {@code --mbox
 * FILE|DIR…}. It stands in the connector's own folder and is found by {@link
 * java.util.ServiceLoader}, so it is public, has a constructor without parameters, and is named in
 * {@code META-INF/services/dev.kith.ingest.InputOption}.
 *
 * <p>It is loaded by the launcher, which starts no framework: it must be cheap to load.
 */
public interface InputOption {

  /** The option as it is typed: {@code --mbox}. Its name is remembered in the home. */
  String option();

  /** Name of the network as it stands in {@code kith.sources.NETWORK.…}: {@code mail}. */
  String network();

  /** What stands for a value in the help: {@code FILE|DIR}. */
  String valueName();

  /** What the values are, for the help: {@code mail: mbox files, folders of them, Maildirs}. */
  String description();

  /**
   * The value as it is remembered: an absolute path, a URL. Looks at the input cheaply, before
   * anything is started.
   *
   * @throws InvalidInputException if it cannot be read as an input of this network
   */
  String check(String value) throws InvalidInputException;

  /** What a person would call the input: by default the last part of the path or URL. */
  default String label(String location) {
    return lastPart(location);
  }

  /**
   * The settings of the source, by their keys after {@code kith.sources.NETWORK.NAME.}
   *
   * @param location as {@link #check} returned it
   * @param state a folder of this network, in which a source may keep what it needs
   */
  default Map<String, String> settings(String location, Path state) {
    return Map.of("location", location);
  }

  /** What follows the last {@code /} or {@code :} of a path or URL. */
  static String lastPart(String location) {
    return location.replaceAll("/+$", "").replaceAll("^.*[/:]", "");
  }
}
