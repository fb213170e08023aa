package dev.kith.ingest.activitystreams.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.activitystreams.signature.ActorKey;
import dev.kith.ingest.activitystreams.signature.InvalidSignatureException;
import java.security.PublicKey;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

public class ActorKeysTest {
  private static final String ANN = "https://far.example/users/ann";

  private final ReadableDocuments documents = new ReadableDocuments();
  private final ActorKeys keys = new ActorKeys(documents);

  /** The key in the document of an actor. */
  public static PublicKey publicKey(String pem) throws Exception {
    var documents = new ReadableDocuments();
    documents.put(
        ANN,
        "{'id':'%s','publicKey':[{'id':'%s#key','publicKeyPem':'%s'}]}"
            .formatted(ANN, ANN, pem.strip().replace("\n", "\\n")));
    return new ActorKeys(documents).find(ANN + "#key").key();
  }

  @Test
  void aKeyIsReadOnceAndNamesItsActor() throws Exception {
    RequestSigner ann = RequestSigner.create(ANN, "Ed25519");
    documents.put(ANN, ann.document(""));

    assertThat(keys.find(ann.keyId()).actor()).isEqualTo(ANN);
    assertThat(keys.find(ann.keyId()).key().getAlgorithm()).isEqualTo("EdDSA");
    assertThat(documents.read).containsExactly(ANN);
  }

  @Test
  void aKeyWithADocumentOfItsOwnCountsIfItsActorNamesIt() throws Exception {
    String key = ANN + "/key";
    documents.put(key, "{'id':'%s','owner':'%s','publicKeyPem':'x'}".formatted(key, ANN));
    documents.put(
        ANN, RequestSigner.create(ANN, "Ed25519").document("").replace(ANN + "#main-key", key));

    assertThat(keys.find(key).actor()).isEqualTo(ANN);
  }

  @Test
  void aKeyOnAnotherServerThanItsActorIsRefused() throws Exception {
    documents.put(
        "https://evil.example/key",
        "{'id':'https://evil.example/key','owner':'%s','publicKeyPem':'x'}".formatted(ANN));
    documents.put(
        "https://evil.example/ann",
        RequestSigner.create(ANN, "Ed25519")
            .document("")
            .replace(ANN + "#main-key", "https://evil.example/ann#main-key"));

    refused("https://evil.example/key", "another server");
    refused("https://evil.example/ann#main-key", "another server");
  }

  @Test
  void anActorWithoutThatKeyIsRefused() {
    documents.put(ANN, "{'id':'%s','publicKey':{'id':'%s#other'}}".formatted(ANN, ANN));

    refused(ANN + "#main-key", "none in the document");
    refused("https://nowhere.example/users/bob#main-key", "cannot be read");
    refused("no address", "no address");
  }

  @Test
  void manyWrongSignaturesCauseOneRequestToTheServer() throws Exception {
    RequestSigner ann = RequestSigner.create(ANN, "Ed25519");
    documents.put(ANN, ann.document(""));

    keys.find(ann.keyId());
    keys.refresh(ann.keyId());
    keys.refresh(ann.keyId());

    assertThat(documents.read).hasSize(1);
  }

  @Test
  void aServerThatDoesNotAnswerIsAskedAgainByTheNextRequest() throws Exception {
    RequestSigner ann = RequestSigner.create(ANN, "Ed25519");
    documents.put(ANN, ann.document(""));
    var isDown = new AtomicBoolean(true);
    var remote =
        new ActorKeys(
            address -> {
              if (isDown.get()) {
                throw new Unavailable("expected a connection, found none", null);
              }
              return documents.read(address);
            });

    assertThatThrownBy(() -> remote.find(ann.keyId())).isInstanceOf(Unavailable.class);
    isDown.set(false);

    assertThat(remote.find(ann.keyId()).actor()).isEqualTo(ANN);
  }

  @Test
  void requestsWithOneKeyWaitForTheFirstOfThem() throws Exception {
    RequestSigner ann = RequestSigner.create(ANN, "Ed25519");
    documents.put(ANN, ann.document(""));
    var asking = new CountDownLatch(4);
    var remote =
        new ActorKeys(
            address -> {
              asking.await();
              return documents.read(address);
            });
    Callable<ActorKey> request =
        () -> {
          asking.countDown();
          return remote.find(ann.keyId());
        };

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var found : threads.invokeAll(Collections.nCopies(4, request))) {
        assertThat(found.get().actor()).isEqualTo(ANN);
      }
    }
    assertThat(documents.read).hasSize(1);
  }

  private void refused(String keyId, String reason) {
    assertThatThrownBy(() -> keys.find(keyId))
        .isInstanceOf(InvalidSignatureException.class)
        .hasMessageContaining("expected the public key of an actor")
        .hasMessageContaining(reason);
  }
}
