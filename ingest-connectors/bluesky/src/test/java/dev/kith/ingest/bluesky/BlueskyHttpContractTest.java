package dev.kith.ingest.bluesky;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.kith.ingest.Connector;
import dev.kith.ingest.bluesky.stream.EventReader;
import dev.kith.ingest.bluesky.stream.NetworkEventStream;
import dev.kith.ingest.bluesky.stream.Relevance;
import dev.kith.ingest.bluesky.stream.RepoEvent;
import dev.kith.ingest.bluesky.xrpc.XrpcClient;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.testkit.http.HttpConnectorContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** What servers may do to repositories and notifications, while there are no events. */
class BlueskyHttpContractTest extends HttpConnectorContract {
  @TempDir private Path folder;

  @Override
  protected void serve(WireMockServer recorded) {
    RecordedPds.serve(recorded, TOKEN);
  }

  @Override
  protected Connector connector(URI address, ConnectorHttpClient client) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), TOKEN);
    return BlueskyConnectorFactory.connector(
        TestSources.of(address, address, RecordedPds.ANN, password),
        new XrpcClient(client),
        RecordIndex.temporary(),
        new EventReader(new QuietServer()));
  }

  /** Nothing happens. */
  private record QuietServer() implements NetworkEventStream, NetworkEventStream.Connection {
    @Override
    public long position() {
      return 0;
    }

    @Override
    public Connection open(long after, Relevance relevance) {
      return this;
    }

    @Override
    public boolean isSelective() {
      return false;
    }

    @Override
    public byte @Nullable [] poll(Duration wait) {
      return null;
    }

    @Override
    public RepoEvent decode(byte[] message, Relevance wanted) {
      throw new AssertionError("expected no message");
    }

    @Override
    public void close() {}
  }
}
