package dev.kith.ingest.bluesky;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.ingest.Connector;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.bluesky.stream.EventReader;
import dev.kith.ingest.bluesky.stream.NetworkEventStream;
import dev.kith.ingest.bluesky.stream.Relevance;
import dev.kith.ingest.bluesky.stream.RepoEvent;
import dev.kith.ingest.bluesky.stream.RepoStream;
import dev.kith.ingest.testkit.ConnectorContract;
import dev.kith.ingest.testkit.atproto.AtProtoAccount;
import dev.kith.ingest.testkit.atproto.AtProtoServers;
import dev.kith.schemas.Activity;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/** What every connector keeps, over a real PDS whose events are read from the first. */
@Timeout(120)
class PdsContractIT extends ConnectorContract {
  private static Optional<AtProtoServers> servers = Optional.empty();
  private static Optional<String> ann = Optional.empty();

  /** As it survives a restart. */
  private final RecordIndex index = RecordIndex.temporary();

  @BeforeAll
  static void people() throws Exception {
    servers = AtProtoServers.start();
    assumeTrue(servers.isPresent(), "needs @atproto/dev-env");
    var owner = AtProtoAccount.create(servers.get().pds(), "ann.test");
    ann = Optional.of(owner.did());
    var bob = AtProtoAccount.create(servers.get().pds(), "bob.test");
    var cat = AtProtoAccount.create(servers.get().pds(), "cat.test");
    owner.profile("Ann Lee", "Frogs and ponds");
    var first = owner.post("Frogs are back");
    owner.follow(bob);
    owner.createUnchecked("app.bsky.feed.like", AtProtoAccount.record());
    bob.reply("Where?", first);
    cat.like(first);
    cat.post("Nothing to do with Ann");
    owner.delete(owner.post("A mistake"));
    owner.repost(bob.post("At the lake"));
    bob.like(first);
  }

  @AfterAll
  static void stop() {
    servers.ifPresent(AtProtoServers::close);
  }

  @Override
  protected Connector connector() {
    var settings = TestSources.of(servers.orElseThrow(), ann.orElseThrow(), null);
    var events = new EventReader(new FromTheFirst(new RepoStream(settings.stream())));
    return BlueskyConnectorFactory.connector(settings, TestSources.client(), index, events);
  }

  /** Records of a repository and events have orders of their own. */
  @Override
  protected Comparator<Activity> oldestFirst() {
    return (_, _) -> 0;
  }

  /** What happened before is read, too. */
  private record FromTheFirst(NetworkEventStream stream) implements NetworkEventStream {
    @Override
    public long position() {
      return 0;
    }

    @Override
    public Connection open(long after, Relevance relevance)
        throws SourceException, InterruptedException {
      return stream.open(after, relevance);
    }

    @Override
    public RepoEvent decode(byte[] message, Relevance relevance) {
      return stream.decode(message, relevance);
    }

    @Override
    public boolean isSelective() {
      return stream.isSelective();
    }
  }
}
