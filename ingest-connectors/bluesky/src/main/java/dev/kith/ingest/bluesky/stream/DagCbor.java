package dev.kith.ingest.bluesky.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import dev.kith.ingest.bluesky.record.InvalidRecordException;
import java.io.ByteArrayInputStream;
import java.util.Base64;

/** Converts DAG-CBOR to the JSON form of the AT Protocol: {@code $link} and {@code $bytes}. */
final class DagCbor {
  private static final int LINK = 42;
  private static final int DEEPEST = 100;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DagCbor() {}

  /** Converts a block that contains one object. */
  static JsonNode json(byte[] block) throws InvalidRecordException {
    var input = new ByteArrayInputStream(block);
    JsonNode value = json(read(input));
    if (input.available() > 0) {
      throw new InvalidRecordException(
          "expected the end of the DAG-CBOR, found %d more bytes".formatted(input.available()));
    }
    return value;
  }

  /** Reads the next of several objects. */
  static CBORObject read(ByteArrayInputStream input) throws InvalidRecordException {
    try {
      return CBORObject.Read(input);
    } catch (CBORException e) {
      throw new InvalidRecordException("expected well-formed DAG-CBOR, found bytes that are none");
    }
  }

  static JsonNode json(CBORObject value) throws InvalidRecordException {
    return json(value, 0);
  }

  private static JsonNode json(CBORObject value, int depth) throws InvalidRecordException {
    if (depth > DEEPEST) {
      throw new InvalidRecordException("expected DAG-CBOR nested at most 100 deep, found deeper");
    }
    if (value.isTagged()) {
      return link(value);
    }
    return switch (value.getType()) {
      case Map -> object(value, depth);
      case Array -> array(value, depth);
      case TextString -> JSON.textNode(value.AsString());
      case ByteString ->
          JSON.objectNode()
              .put("$bytes", Base64.getEncoder().withoutPadding().encodeToString(bytes(value)));
      case Integer -> integer(value);
      case Boolean -> JSON.booleanNode(value.AsBoolean());
      case FloatingPoint -> JSON.numberNode(value.AsDoubleValue());
      case SimpleValue, Number -> JSON.nullNode();
    };
  }

  private static JsonNode integer(CBORObject value) throws InvalidRecordException {
    if (!value.CanValueFitInInt64()) {
      throw new InvalidRecordException("expected an integer of 64 bits, found a greater one");
    }
    return JSON.numberNode(value.AsInt64Value());
  }

  private static ObjectNode object(CBORObject map, int depth) throws InvalidRecordException {
    ObjectNode object = JSON.objectNode();
    for (var entry : map.getEntries()) {
      if (entry.getKey().getType() != com.upokecenter.cbor.CBORType.TextString) {
        throw new InvalidRecordException(
            "expected text as key of a DAG-CBOR map, found another type");
      }
      object.set(entry.getKey().AsString(), json(entry.getValue(), depth + 1));
    }
    return object;
  }

  private static ArrayNode array(CBORObject list, int depth) throws InvalidRecordException {
    ArrayNode array = JSON.arrayNode();
    for (CBORObject element : list.getValues()) {
      array.add(json(element, depth + 1));
    }
    return array;
  }

  /** A CID is a byte string behind the multibase prefix 0. */
  private static ObjectNode link(CBORObject value) throws InvalidRecordException {
    CBORObject inner = value.Untag();
    boolean isLink =
        value.HasMostOuterTag(LINK)
            && inner.getType() == com.upokecenter.cbor.CBORType.ByteString
            && bytes(inner).length > 1;
    if (!isLink) {
      throw new InvalidRecordException("expected only links as tagged DAG-CBOR, found another tag");
    }
    byte[] prefixed = bytes(inner);
    return JSON.objectNode()
        .put("$link", Cid.text(java.util.Arrays.copyOfRange(prefixed, 1, prefixed.length)));
  }

  private static byte[] bytes(CBORObject value) {
    return value.GetByteString();
  }
}
