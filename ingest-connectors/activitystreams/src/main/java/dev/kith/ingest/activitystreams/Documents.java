package dev.kith.ingest.activitystreams;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns received documents into activities and profiles, each or else with the reason why not. A
 * pure function of the document, of where it comes from and of when it arrived.
 */
final class Documents {
  private static final Pattern NETWORK = Pattern.compile("[a-z0-9-]{1,40}");
  private static final int DEEPEST = 100;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(64 * 1024 * 1024)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Origin origin;

  Documents(Origin origin) {
    this.origin = origin;
  }

  /** Reads a document that may be old: it has to say when things were done. */
  List<Reading> read(byte[] document) {
    return read(document, null);
  }

  /**
   * Reads a document, or the items of a collection or a list of documents; at least one result.
   *
   * @param arrived when it was handed over, for activities that do not say when they were done
   */
  List<Reading> read(byte[] document, @Nullable Instant arrived) {
    JsonNode parsed;
    try {
      parsed = JSON.readTree(document);
    } catch (IOException e) {
      return List.of(new Reading.NotUnderstood(document, reason(e)));
    }
    List<Items.Item> items = Items.of(parsed);
    if (items.size() == 1) {
      return List.of(read(items.getFirst(), document, arrived));
    }
    return items.stream().map(item -> read(item, bytes(item.document()), arrived)).toList();
  }

  private Reading read(Items.Item item, byte[] original, @Nullable Instant arrived) {
    try {
      if (!item.document().isObject()) {
        throw Unclear.at("document", "an object", item.document());
      }
      if (!Terms.allow(item.document().get("@context"))) {
        throw new Unclear("@context: expected ActivityStreams 2.0, found another vocabulary");
      }
      var ignored = new IgnoredFields();
      var thing = new Thing(ShortForm.of(item.document(), item.terms()), ignored);
      return new Interpreter(new Frame(originOf(thing), arrived, original, ignored))
          .read(thing)
          .without(ignored);
    } catch (Unclear unclear) {
      return new Reading.NotUnderstood(original, unclear.reason());
    }
  }

  private Origin originOf(Thing document) {
    return document
        .text("network")
        .or(() -> document.text("kith:network"))
        .filter(name -> isNetwork(document, name))
        .map(origin::on)
        .orElse(origin);
  }

  private static boolean isNetwork(Thing document, String name) {
    boolean isName = NETWORK.matcher(name).matches();
    if (!isName) {
      document
          .ignored()
          .add("network", "network: expected a name of a-z, 0-9 and -, found other text");
    }
    return isName;
  }

  /** Whether text is a whole JSON value, as opposed to the beginning of one or something else. */
  static boolean isWhole(byte[] text) {
    try {
      return !JSON.readTree(text).isMissingNode();
    } catch (IOException e) {
      return false;
    }
  }

  /** The message of the parser would quote the document. */
  private static String reason(IOException failure) {
    String place = "";
    if (failure instanceof JsonProcessingException e && e.getLocation() != null) {
      place = " at column " + e.getLocation().getColumnNr();
      place += e.getLocation().getLineNr() > 1 ? " of line " + e.getLocation().getLineNr() : "";
    }
    return "JSON: expected a document in UTF-8, found something else" + place;
  }

  private static byte[] bytes(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }
}
