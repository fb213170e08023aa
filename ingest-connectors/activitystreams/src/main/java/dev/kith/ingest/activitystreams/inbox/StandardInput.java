package dev.kith.ingest.activitystreams.inbox;

import dev.kith.ingest.activitystreams.activity.DocumentParser;
import dev.kith.ingest.activitystreams.activity.ParseOutcome;
import dev.kith.ingest.activitystreams.file.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Reads standard input, one document per line, on a thread of its own. */
public final class StandardInput {
  private final DocumentParser documents;
  private final DeliveryQueue deliveries;

  public StandardInput(DocumentParser documents, DeliveryQueue deliveries) {
    this.documents = documents;
    this.deliveries = deliveries;
  }

  /** Begins; the thread ends with the stream. */
  public Thread start(InputStream in) {
    return Thread.ofPlatform().daemon().name("standard-input").start(() -> read(in));
  }

  private void read(InputStream in) {
    try {
      readLines(in);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readLines(InputStream in) throws InterruptedException {
    try (var lines = new LineReader(in, LineReader.Position.START)) {
      Optional<LineReader.Line> line = lines.read();
      while (line.isPresent()) {
        handOver(line.get());
        line = lines.read();
      }
    } catch (IOException e) {
      setAside("expected more of standard input, found it broken: " + e.getMessage());
    }
  }

  private void handOver(LineReader.Line line) throws InterruptedException {
    String place = "line " + line.at().line();
    if (line.tooLong()) {
      setAside(place + ": expected at most " + LineReader.LONGEST + " bytes");
    } else if (!line.isBlank()) {
      deliveries.put(new Delivery(documents.read(line.bytes()), place, line.bytes().length));
    }
  }

  private void setAside(String reason) throws InterruptedException {
    var reading = new ParseOutcome.Unparsable(new byte[0], reason);
    deliveries.put(new Delivery(List.of(reading), "standard input", 1));
  }
}
