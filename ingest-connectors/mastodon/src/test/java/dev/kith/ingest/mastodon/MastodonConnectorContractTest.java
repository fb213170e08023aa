package dev.kith.ingest.mastodon;

import dev.kith.ingest.Connector;
import dev.kith.ingest.testkit.ConnectorContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class MastodonConnectorContractTest extends ConnectorContract {
  @TempDir private Path folder;
  private RecordedServer server;
  private int connectors;

  @BeforeEach
  void record() throws IOException {
    server = RecordedServer.start();
    server.put(
        "/api/v1/timelines/home",
        List.of(
            Statuses.status(1, "bob", "Frogs are back"),
            Statuses.status(2, "cat", "Where?"),
            Statuses.status(3, "bob", "No time").without("created_at"),
            Statuses.status(4, "bob", "At the lake"),
            Statuses.status(5, "cat", "Thanks")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  protected Connector connector() {
    return TestConnectors.connector(
        TestConnectors.settings(server.address(), "secret", false),
        folder.resolve("state-" + connectors++),
        InstantSource.fixed(Statuses.READ));
  }
}
