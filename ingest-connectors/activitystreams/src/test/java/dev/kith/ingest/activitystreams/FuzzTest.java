package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.activitystreams.activity.ParseOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Whatever is sent, there is an activity, a profile or a reason. */
class FuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROUNDS = 4_000;
  private static final List<String> VALID =
      List.of(
          "{'@context':['https://www.w3.org/ns/activitystreams',{'x':'as:'}],'type':'Create','id':'https://x.example/c','actor':{'type':'Person','id':'https://x.example/@a','name':'A','preferredUsername':'a'},'published':'2026-01-01T00:00:00Z','to':['as:Public','https://y.example/@b'],'object':{'type':'Note','id':'https://x.example/n','content':'<p>Hi"
              + " <a href=\\\"https://x.example\\\">there</a></p>','contentMap':{'en':'Hi'},'inReplyTo':'https://y.example/1','tag':[{'type':'Mention','href':'https://y.example/@b','name':'@b'},{'type':'Hashtag','name':'#t'}],'attachment':[{'type':'Document','url':'https://x.example/i.png'}],'updated':'2026-02-01T00:00:00Z'}}",
          "{'type':'Undo','actor':'https://x.example/@a','published':'2026-01-01T00:00:00Z','object':{'type':'Like','id':'https://x.example/l','actor':'https://x.example/@a','object':'https://y.example/@b/1'}}",
          "{'type':'Delete','actor':'https://x.example/@a','published':'2026-01-01T00:00:00Z','object':{'type':'Tombstone','id':'https://x.example/n','formerType':'Note'}}",
          "{'type':'Person','id':'https://x.example/@a','name':'A','nameMap':{'en':'A'},'alsoKnownAs':['mailto:a@example.org'],'attachment':[{'type':'PropertyValue','name':'n','value':'https://a.example'}],'email':'a@example.org'}",
          "{'type':'OrderedCollection','orderedItems':[{'type':'Follow','actor':'github:a','object':'github:b','published':'2026-01-01'},{'type':'Invite','actor':'github:a','object':{'type':'Event'},'target':['github:c'],'published':'2026-01-01'}]}");

  @Test
  void whateverIsChangedInADocumentItIsReadOrRefused() throws Exception {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String valid = VALID.get(random.nextInt(VALID.size())).replace('\'', '"');
      byte[] mutated =
          random.nextBoolean() ? changedTree(valid, random) : changedBytes(valid, random);
      check(mutated, seed, round);
    }
  }

  private static void check(byte[] document, long seed, int round) {
    try {
      assertThat(
              TestDocuments.DOCUMENTS.read(
                  document, TestDocuments.ARRIVAL, UnaryOperator.identity()))
          .isNotEmpty()
          .allSatisfy(FuzzTest::saysSomething);
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed + ", round " + round + ": " + e, e);
    }
  }

  private static void saysSomething(ParseOutcome reading) {
    switch (reading) {
      case ParseOutcome.Parsed understood ->
          assertThat(
                  understood.activities().size()
                      + understood.profiles().size()
                      + understood.changes().size())
              .isPositive();
      case ParseOutcome.Unparsable not -> assertThat(not.reason()).isNotBlank();
    }
  }

  private static byte[] changedBytes(String valid, Random random) {
    byte[] bytes = valid.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int i = 0; i <= random.nextInt(4); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0
        ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length))
        : bytes;
  }

  private static byte[] changedTree(String valid, Random random) throws Exception {
    JsonNode tree = JSON.readTree(valid);
    for (int i = 0; i <= random.nextInt(3); i++) {
      List<JsonNode> places = new ArrayList<>();
      collect(tree, places);
      change(places.get(random.nextInt(places.size())), places, random);
    }
    return JSON.writeValueAsBytes(tree);
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    if (node.isContainerNode()) {
      into.add(node);
      node.forEach(child -> collect(child, into));
    }
  }

  private static void change(JsonNode place, List<JsonNode> places, Random random) {
    JsonNode value = value(places, random);
    if (place instanceof ObjectNode object && !object.isEmpty()) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      String key = keys.get(random.nextInt(keys.size()));
      if (random.nextInt(4) == 0) {
        object.remove(key);
      } else {
        object.set(random.nextInt(4) == 0 ? "@" + key : key, value);
      }
    } else if (place instanceof ArrayNode list) {
      list.add(value);
    }
  }

  private static JsonNode value(List<JsonNode> places, Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.getNodeFactory().numberNode(random.nextLong());
      case 2 -> JSON.getNodeFactory().booleanNode(true);
      case 3 -> JSON.createArrayNode();
      case 4 -> JSON.createObjectNode();
      case 5 -> JSON.getNodeFactory().textNode("");
      case 6 -> JSON.getNodeFactory().textNode("https://[::1]:99999/%%%\u0000\ud800");
      case 7 -> JSON.getNodeFactory().textNode("Person");
      default -> places.get(random.nextInt(places.size())).deepCopy();
    };
  }
}
