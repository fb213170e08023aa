package dev.kith.ingest.feed;

import dev.kith.ingest.Connector;
import dev.kith.ingest.testkit.ConnectorContract;
import dev.kith.ingest.testkit.http.LoopbackHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class FeedConnectorContractTest extends ConnectorContract {
  @TempDir private Path folder;
  private int connectors;

  @Override
  protected Connector connector() throws IOException {
    Path file = folder.resolve("town.xml");
    if (!Files.exists(file)) {
      Files.writeString(
          file,
          TestFeeds.rss(
              TestFeeds.item(5, "Ann (ann@example.org)", "Thanks"),
              TestFeeds.item(4, "Bob", "At the lake"),
              "<item><title> </title></item>",
              TestFeeds.item(3, "Cat", "&lt;p>Where?&lt;/p>"),
              TestFeeds.item(2, "admin", "Opening hours"),
              TestFeeds.item(1, "Bob", "Frogs are back")));
    }
    return TestFeeds.connector(
        TestFeeds.settings(null, file, TestFeeds.SELDOM, TestFeeds.SELDOM),
        LoopbackHttp.client(),
        folder.resolve("items-" + connectors++),
        InstantSource.system());
  }
}
