package dev.kith.ingest.bluesky;

import dev.kith.ingest.bluesky.xrpc.XrpcClient;
import dev.kith.ingest.testkit.atproto.AtProtoServers;
import dev.kith.ingest.testkit.http.LoopbackHttp;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings and clients for servers on this machine. */
final class TestSources {
  private TestSources() {}

  static BlueskySettings of(AtProtoServers servers, String account, @Nullable Path passwordFile) {
    return of(servers.pds(), servers.plc(), account, passwordFile);
  }

  static BlueskySettings of(
      URI server, URI directory, String account, @Nullable Path passwordFile) {
    return new BlueskySettings(
        "town",
        List.of(account),
        server,
        true,
        passwordFile == null ? null : account,
        null,
        passwordFile,
        directory,
        server,
        null);
  }

  /** A client that may talk to this machine. */
  static XrpcClient client() {
    return new XrpcClient(LoopbackHttp.client());
  }
}
