package dev.kith.ingest.activitystreams;

import dev.kith.ingest.InputOption;
import dev.kith.ingest.InputPath;
import dev.kith.ingest.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code kith up --activities NDJSON…}: files of ActivityStreams documents. */
public final class ActivityStreamsInput implements InputOption {

  @Override
  public String option() {
    return "--activities";
  }

  @Override
  public String network() {
    return "activitystreams";
  }

  @Override
  public String valueName() {
    return "NDJSON";
  }

  @Override
  public String description() {
    return "ActivityStreams 2.0 documents, one a line";
  }

  @Override
  public String check(String value) throws InvalidInputException {
    Path path = InputPath.existing(value, "a file with one ActivityStreams document a line");
    if (Files.isDirectory(path) || !InputPath.start(path).stripLeading().startsWith("{")) {
      throw new InvalidInputException(
          "expected one JSON object a line, found something else; see ingest-connectors/activitystreams");
    }
    return path.toString();
  }

  @Override
  public String label(String location) {
    return InputOption.lastPart(location).replaceAll("\\.(ndjson|jsonl|gz)$", "");
  }
}
