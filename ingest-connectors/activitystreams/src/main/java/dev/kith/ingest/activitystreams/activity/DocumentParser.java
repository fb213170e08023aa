package dev.kith.ingest.activitystreams.activity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.ingest.activitystreams.document.CompactForm;
import dev.kith.ingest.activitystreams.document.DocumentItems;
import dev.kith.ingest.activitystreams.document.IgnoredFields;
import dev.kith.ingest.activitystreams.document.JsonLdContext;
import dev.kith.ingest.activitystreams.document.UnparsableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses received documents into activities and profiles, or a reason why they cannot be parsed.
 * The result depends on the document, its source and its arrival only, except that times in the
 * future are refused.
 */
public final class DocumentParser {
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

  private final DocumentOrigin origin;

  public DocumentParser(DocumentOrigin origin) {
    this.origin = origin;
  }

  /** Parses a document from a file, which has no time of arrival. */
  public List<ParseOutcome> read(byte[] document) {
    return read(document, null, UnaryOperator.identity());
  }

  /**
   * Reads a document, or the items of a collection or a list of documents; at least one result.
   *
   * @param arrived when it was handed over, for activities that do not say when they were done
   * @param check of each document in short form: returns it, or what to read instead, or throws an
   *     {@link UnparsableException}
   */
  public List<ParseOutcome> read(
      byte[] document, @Nullable Instant arrived, UnaryOperator<ActivityStreamsObject> check) {
    JsonNode parsed;
    try {
      parsed = JSON.readTree(document);
    } catch (IOException e) {
      return List.of(new ParseOutcome.Unparsable(document, reason(e)));
    }
    List<DocumentItems.Item> items = DocumentItems.of(parsed);
    if (items.size() == 1) {
      return List.of(read(items.getFirst(), document, arrived, check));
    }
    return items.stream().map(item -> read(item, bytes(item.document()), arrived, check)).toList();
  }

  private ParseOutcome read(
      DocumentItems.Item item,
      byte[] original,
      @Nullable Instant arrived,
      UnaryOperator<ActivityStreamsObject> check) {
    try {
      if (!item.document().isObject()) {
        throw UnparsableException.at("document", "an object", item.document());
      }
      if (!JsonLdContext.allow(item.document().get("@context"))) {
        throw new UnparsableException(
            "@context: expected ActivityStreams 2.0, found another vocabulary");
      }
      var ignored = new IgnoredFields();
      var thing = new ActivityStreamsObject(CompactForm.of(item.document(), item.terms()), ignored);
      return new ActivityInterpreter(new ParseContext(originOf(thing), arrived, original, ignored))
          .read(check.apply(thing))
          .withIgnored(ignored);
    } catch (UnparsableException unclear) {
      return new ParseOutcome.Unparsable(original, unclear.reason());
    }
  }

  private DocumentOrigin originOf(ActivityStreamsObject document) {
    return document
        .text("network")
        .or(() -> document.text("kith:network"))
        .filter(name -> isNetwork(document, name))
        .map(origin::on)
        .orElse(origin);
  }

  private static boolean isNetwork(ActivityStreamsObject document, String name) {
    boolean isName = NETWORK.matcher(name).matches();
    if (!isName) {
      document
          .ignored()
          .add("network", "network: expected a name of a-z, 0-9 and -, found other text");
    }
    return isName;
  }

  /** Whether text is a complete JSON value. */
  public static boolean isWhole(byte[] text) {
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
