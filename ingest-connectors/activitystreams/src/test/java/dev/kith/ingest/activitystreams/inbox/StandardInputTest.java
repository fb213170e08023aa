package dev.kith.ingest.activitystreams.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.activitystreams.TestDocuments;
import dev.kith.ingest.activitystreams.activity.DocumentOrigin;
import dev.kith.ingest.activitystreams.activity.DocumentParser;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.Visibility;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class StandardInputTest {
  private static final DocumentOrigin ORIGIN =
      new DocumentOrigin("pipe", "fediverse", Visibility.PRIVATE);

  @Test
  void eachLineIsADocument() throws Exception {
    String like = "{'type':'Like','actor':'github:a','published':'2026-01-01','id':'urn:x:";
    byte[] lines = TestDocuments.bytes(like + "1'}\nbroken\n\n" + like + "2'}\n" + like + "3'}");
    var deliveries = new DeliveryQueue(200);
    var connector = new PushedConnector(ORIGIN, deliveries, TestDocuments.changes());
    Thread reader =
        new StandardInput(new DocumentParser(ORIGIN), deliveries)
            .start(new ByteArrayInputStream(lines));

    var all = ReadThrough.of(connector, Cursor.START);
    reader.join();

    assertThat(all.activities())
        .extracting(activity -> activity.getId())
        .containsExactly("urn:x:1", "urn:x:2", "urn:x:3");
    assertThat(all.unreadable()).hasSize(1);
    assertThat(all.unreadable().getFirst().reason()).startsWith("line 2: JSON: expected");
  }
}
