package dev.kith.api.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.api.index.IndexScanner.IndexScan;
import dev.kith.api.web.ChunkedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An index as newline-delimited JSON. Only one page is in memory at a time. If reading the index
 * fails, the stream fails, so that nobody takes a part for the whole.
 */
final class NdjsonStream<T> extends ChunkedInputStream {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private final IndexScan<T> reading;
  private final Function<T, Optional<?>> line;

  /** Reads the first page at once, so that a failure shows before the first byte. */
  NdjsonStream(IndexScan<T> reading, Function<T, Optional<?>> line) {
    this.reading = reading;
    this.line = line;
    begin(nextChunk());
  }

  /** The lines of the next page that has any. */
  @Override
  protected byte[] nextChunk() {
    var text = new StringBuilder();
    List<T> some = reading.next();
    while (!some.isEmpty() && text.isEmpty()) {
      some.stream()
          .flatMap(each -> line.apply(each).stream())
          .forEach(each -> text.append(json(each)).append('\n'));
      some = text.isEmpty() ? reading.next() : some;
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String json(Object line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("expected a line that can be written as JSON", e);
    }
  }

  @Override
  public void close() throws IOException {
    reading.close();
  }
}
