package dev.kith.ingest.bluesky.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import dev.kith.ingest.bluesky.stream.RepoEvent.Commit;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepoStreamTest {
  private static final String ANN = "did:plc:annannannannannannannann";
  private static final String BOB = "did:plc:bobbobbobbobbobbobbobbob";
  private static final Relevance ANN_ONLY = new Relevance(Set.of(ANN), Set.of(ANN));

  private final RepoStream decoder = new RepoStream(URI.create("wss://pds.example.org"));

  @Test
  void aCommitHasTheRecordsOfItsArchive() throws Exception {
    var commit = (Commit) decode(commit(ANN, post("Frogs"), false));

    assertThat(commit.seq()).isEqualTo(7);
    assertThat(commit.did()).isEqualTo(ANN);
    assertThat(commit.changes()).hasSize(2);
    assertThat(String.valueOf(commit.changes().getFirst().value())).contains("\"text\":\"Frogs\"");
    assertThat(commit.changes().getFirst().cid()).startsWith("bafyrei").hasSize(59);
    assertThat(commit.changes().getLast().value()).isNull();
  }

  @Test
  void ofAStrangerOnlyDeletionsAndWhatNamesAConfiguredAccountIsDecoded() throws Exception {
    var other = (Commit) decode(commit(BOB, post("Nothing to do with her"), false));
    var mention = (Commit) decode(commit(BOB, post("For " + ANN), false));

    assertThat(other.changes()).extracting(RepoEvent.RecordChange::value).containsOnlyNulls();
    assertThat(mention.changes()).hasSize(2);
  }

  @Test
  void aBlockWithAnotherHashIsRefused() throws Exception {
    byte[] frame = commit(ANN, post("Frogs"), false);
    byte[] changed = new String(frame, ISO_8859_1).replace("Frogs", "Toads").getBytes(ISO_8859_1);

    var undecodable = (RepoEvent.Undecodable) decode(changed);

    assertThat(undecodable.reason())
        .isEqualTo("expected a block with the hash of its CID, found another hash");
    assertThat(undecodable.number()).isEqualTo(OptionalLong.of(7));
  }

  @Test
  void aCommitWithoutItsBlocksOrTooBigForAnEventMakesTheRepositoryToBeRead() throws Exception {
    assertThat(decode(commit(ANN, null, false))).isInstanceOf(RepoEvent.Incomplete.class);
    assertThat(decode(commit(ANN, post("Frogs"), true))).isInstanceOf(RepoEvent.Incomplete.class);
  }

  @Test
  void aGapAndARefusalAreTold() {
    assertThat(decode(frame(1, "#info", CBORObject.NewMap().Add("name", "OutdatedCursor"))))
        .isEqualTo(new RepoEvent.Gap("OutdatedCursor"));
    assertThat(decode(frame(-1, null, CBORObject.NewMap().Add("error", "FutureCursor"))))
        .isEqualTo(new RepoEvent.Refusal("FutureCursor"));
  }

  @Test
  void anUnknownTypeIsNamedAndPassedOver() {
    assertThat(decode(frame(1, "#novelty", CBORObject.NewMap().Add("seq", 9))))
        .isEqualTo(new RepoEvent.Skipped(OptionalLong.of(9), "#novelty"));
  }

  @Test
  void aFrameThatIsCutOrChangedAnywhereIsReadOrSetAside() throws Exception {
    byte[] frame = commit(ANN, post("Frogs"), false);
    long seed = 1;
    var random = new Random(seed);
    for (int i = 0; i < frame.length; i++) {
      assertThat(decode(Arrays.copyOf(frame, i)))
          .as("cut after %d bytes", i)
          .isInstanceOf(RepoEvent.Undecodable.class);
      byte[] changed = frame.clone();
      changed[i] = (byte) random.nextInt();
      assertThat(decode(changed)).as("seed %d, byte %d changed", seed, i).isNotNull();
    }
  }

  private RepoEvent decode(byte[] frame) {
    return decoder.decode(frame, ANN_ONLY);
  }

  private static byte[] post(String text) {
    return CBORObject.NewMap().Add("$type", "app.bsky.feed.post").Add("text", text).EncodeToBytes();
  }

  /** A commit that creates a post and deletes a like. */
  private static byte[] commit(String did, byte @Nullable [] record, boolean isTooBig)
      throws Exception {
    byte[] content = record == null ? post("missing") : record;
    byte[] cid = cid(content);
    byte[] link = new byte[cid.length + 1];
    System.arraycopy(cid, 0, link, 1, cid.length);
    var create =
        CBORObject.NewMap()
            .Add("action", "create")
            .Add("path", "app.bsky.feed.post/3jzfcijpj2z2a")
            .Add("cid", CBORObject.FromObjectAndTag(link, 42));
    var delete =
        CBORObject.NewMap()
            .Add("action", "delete")
            .Add("path", "app.bsky.feed.like/3jzfcijpj2z2b")
            .Add("cid", CBORObject.Null);
    var body =
        CBORObject.NewMap()
            .Add("seq", 7)
            .Add("repo", did)
            .Add("rev", "3jzfcijpj2z2c")
            .Add("since", "3jzfcijpj2z22")
            .Add("time", "2026-03-04T05:06:07.000Z")
            .Add("tooBig", isTooBig)
            .Add("ops", CBORObject.NewArray().Add(create).Add(delete))
            .Add("blocks", archive(record == null ? new byte[0] : cid, record));
    return frame(1, "#commit", body);
  }

  private static byte[] archive(byte[] cid, byte @Nullable [] block) {
    var archive = new ByteArrayOutputStream();
    byte[] header =
        CBORObject.NewMap().Add("version", 1).Add("roots", CBORObject.NewArray()).EncodeToBytes();
    archive.write(header.length);
    archive.writeBytes(header);
    if (block != null) {
      int length = cid.length + block.length;
      archive.write((length & 0x7F) | 0x80);
      archive.write(length >>> 7);
      archive.writeBytes(cid);
      archive.writeBytes(block);
    }
    return archive.toByteArray();
  }

  private static byte[] cid(byte[] block) throws Exception {
    var cid = new ByteArrayOutputStream();
    cid.writeBytes(new byte[] {1, 0x71, 0x12, 0x20});
    cid.writeBytes(MessageDigest.getInstance("SHA-256").digest(block));
    return cid.toByteArray();
  }

  private static byte[] frame(int op, @Nullable String type, CBORObject body) {
    var header = CBORObject.NewMap().Add("op", op);
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes((type == null ? header : header.Add("t", type)).EncodeToBytes());
    bytes.writeBytes(body.EncodeToBytes());
    return bytes.toByteArray();
  }
}
