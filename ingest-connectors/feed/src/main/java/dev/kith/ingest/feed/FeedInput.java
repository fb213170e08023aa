package dev.kith.ingest.feed;

import dev.kith.ingest.InputOption;
import dev.kith.ingest.InputPath;
import dev.kith.ingest.InvalidInputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;

/** {@code kith up --feed FILE|URL…}: feeds of web sites and podcasts. */
public final class FeedInput implements InputOption {
  private static final String URL = "(?i)(?:https?|feed)://.*";

  @Override
  public String option() {
    return "--feed";
  }

  @Override
  public String network() {
    return "feed";
  }

  @Override
  public String valueName() {
    return "FILE|URL";
  }

  @Override
  public String description() {
    return "feeds of web sites and podcasts: RSS, Atom, RDF, JSON Feed";
  }

  @Override
  public String check(String value) throws InvalidInputException {
    if (!value.matches(URL)) {
      return InputPath.existing(value, "a feed").toString();
    }
    try {
      URI address = new URI(value.strip().replaceFirst("(?i)^feed:", "https:"));
      if (address.getHost() != null && address.getRawUserInfo() == null) {
        return address.toString();
      }
    } catch (URISyntaxException noAddress) {
      throw new InvalidInputException("expected the address of a feed, found an invalid one");
    }
    throw new InvalidInputException(
        "expected the address of a feed with a host and without a password, found another");
  }

  @Override
  public Map<String, String> settings(String location, Path state) {
    return location.matches(URL)
        ? Map.of("url", location, "state", state.toString())
        : Map.of("location", location, "state", state.toString());
  }
}
