package dev.kith.ingest.feedworld;

import dev.kith.ingest.InputOption;
import dev.kith.ingest.InputPath;
import dev.kith.ingest.InvalidInputException;

/** {@code kith up --feedworld FILE…}: exports of feedworld. */
public final class FeedworldInput implements InputOption {
  @Override
  public String option() {
    return "--feedworld";
  }

  @Override
  public String network() {
    return "feedworld";
  }

  @Override
  public String valueName() {
    return "FILE";
  }

  @Override
  public String description() {
    return "exports of feedworld, one post a line";
  }

  @Override
  public String check(String value) throws InvalidInputException {
    return InputPath.existing(value, "an export of feedworld").toString();
  }
}
