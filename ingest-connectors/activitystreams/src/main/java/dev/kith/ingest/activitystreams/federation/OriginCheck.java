package dev.kith.ingest.activitystreams.federation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.activitystreams.document.AccountAddresses;
import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.ingest.activitystreams.document.ActorType;
import dev.kith.ingest.activitystreams.document.CompactForm;
import dev.kith.ingest.activitystreams.document.JsonLdContext;
import dev.kith.ingest.activitystreams.document.UnparsableException;
import dev.kith.schemas.AccountId;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Replaces documents that the signer of a request has no authority for. A document by an actor of
 * another server is read from that server, because the signer could have forged it. Fails if the
 * other server does not confirm it. For one request, and one thread.
 */
public final class OriginCheck implements UnaryOperator<ActivityStreamsObject> {
  /** Requests to other servers for one delivered request. */
  private static final int MAX_REQUESTS = 10;

  /** Types whose own id is not used, and therefore not checked; snac derives it from the object. */
  private static final Set<String> REMOVALS = Set.of("Undo", "Delete");

  private final String signer;
  private final Optional<String> server;
  private final RemoteDocuments documents;
  private final List<JsonNode> related = new ArrayList<>();
  private int requests;

  /**
   * A check of the documents of one request.
   *
   * @param signer address of the actor that signed it
   */
  public OriginCheck(String signer, RemoteDocuments documents) {
    this.signer = signer;
    this.server = AccountAddresses.host(signer);
    this.documents = documents;
  }

  /** The documents of both accounts of a Move, which show whether each names the other. */
  public List<JsonNode> related() {
    return related;
  }

  @Override
  public ActivityStreamsObject apply(ActivityStreamsObject document) {
    ActivityStreamsObject own = isBySigner(document) ? document : confirmed(document);
    if (own.types().contains("Move")) {
      Stream.of("object", "target")
          .flatMap(field -> own.all(field).stream())
          .forEach(this::addRelated);
    }
    return withOrigins(own, own.equals(document) ? server : host(own));
  }

  private boolean isBySigner(ActivityStreamsObject document) {
    Optional<AccountId> account = AccountAddresses.accountOf(signer);
    boolean isIdUsed = Collections.disjoint(document.types(), REMOVALS);
    return account.isPresent()
        && (!isIdUsed || isFrom(server, document))
        && authors(document)
            .allMatch(author -> author.flatMap(AccountAddresses::accountOf).equals(account));
  }

  /** The ids of the authors of an object; for an actor or a bare tombstone its own id. */
  private static Stream<Optional<String>> authors(ActivityStreamsObject thing) {
    List<ActivityStreamsObject> stated =
        Stream.of("actor", "attributedTo")
            .map(thing::all)
            .filter(those -> !those.isEmpty())
            .findFirst()
            .filter(_ -> ActorType.of(thing.types()).isEmpty())
            .orElse(List.of(thing));
    return stated.stream().map(ActivityStreamsObject::id);
  }

  /** Whether a server has authority for an object: it hosts the object and all of its authors. */
  private static boolean isFrom(Optional<String> server, ActivityStreamsObject thing) {
    return server.isPresent()
        && (thing.id().isEmpty() || host(thing).equals(server))
        && authors(thing).allMatch(author -> author.flatMap(AccountAddresses::host).equals(server));
  }

  private static Optional<String> host(ActivityStreamsObject thing) {
    return thing.id().flatMap(AccountAddresses::host);
  }

  /** Checks embedded objects, too, because they become activities or profiles. */
  private ActivityStreamsObject withOrigins(
      ActivityStreamsObject thing, Optional<String> itsServer) {
    Set<String> types = thing.types();
    ActivityStreamsObject result = thing;
    if (types.contains("Announce") || types.contains("Create")) {
      result = withOrigins(result, "object", itsServer);
    }
    return types.contains("Profile") ? withOrigins(result, "describes", itsServer) : result;
  }

  private ActivityStreamsObject withOrigins(
      ActivityStreamsObject thing, String field, Optional<String> itsServer) {
    List<JsonNode> embedded = new ArrayList<>();
    for (ActivityStreamsObject each : thing.all(field)) {
      boolean isAuthentic = !each.node().isObject() || isFrom(itsServer, each);
      ActivityStreamsObject own = isAuthentic ? each : confirmed(each);
      embedded.add(withOrigins(own, isAuthentic ? itsServer : host(own)).node());
    }
    return thing.with(field, embedded);
  }

  /** The document as its own server returns it; fails if that server does not confirm it. */
  private ActivityStreamsObject confirmed(ActivityStreamsObject thing) {
    Optional<String> itsServer = host(thing);
    if (!isFrom(itsServer, thing) || requests++ >= MAX_REQUESTS) {
      throw unconfirmed();
    }
    JsonNode document = read(thing.id().orElse(""));
    var found =
        new ActivityStreamsObject(
            CompactForm.of(document, JsonLdContext.STANDARD), thing.ignored());
    if (!found.id().equals(thing.id()) || !isFrom(itsServer, found)) {
      throw unconfirmed();
    }
    return found;
  }

  private JsonNode read(String id) {
    try {
      return documents.read(URI.create(id));
    } catch (SourceException.Refused | IllegalArgumentException e) {
      throw unconfirmed();
    } catch (SourceException e) {
      throw new OriginUnavailableException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OriginUnavailableException(e);
    }
  }

  private static UnparsableException unconfirmed() {
    return new UnparsableException(
        "actor: expected who signed the request, or what its own server confirms, found neither");
  }

  private void addRelated(ActivityStreamsObject actor) {
    try {
      related.add(confirmed(ActivityStreamsObject.at(actor.id().orElse(""))).node());
    } catch (UnparsableException | OriginUnavailableException unknown) {
      return; // a move that cannot be confirmed is no evidence
    }
  }
}
