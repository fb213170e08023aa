package dev.kith.e2e.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/**
 * A real server with two people who use it through its own API. The reference to what they wrote
 * has the id of the activity as its {@code uri}.
 */
interface Peer extends AutoCloseable {
  /** The settings of a source that reads the server. */
  Map<String, String> settings();

  /** Ann, who is read, writes a text. */
  JsonNode post(String text) throws Exception;

  /** Ann replaces the text of a post. */
  void edit(JsonNode post, String text) throws Exception;

  /** Ann deletes a post. */
  void delete(JsonNode post) throws Exception;

  /** Bob, whom nobody reads, answers a post of hers. */
  JsonNode reply(String text, JsonNode post) throws Exception;

  @Override
  void close() throws IOException;
}
