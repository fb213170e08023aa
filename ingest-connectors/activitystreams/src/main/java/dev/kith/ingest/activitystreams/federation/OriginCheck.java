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
 * Whether the signer of a request may say what a document says. What an actor of another server did
 * is read from that server instead: anybody can pass on what nobody said.
 */
public final class OriginCheck implements UnaryOperator<ActivityStreamsObject> {
  /** Requests to other servers for one delivery. */
  private static final int MAX_READINGS = 10;

  /** Their own ids name nothing; snac makes that of an Undo of the address of its object. */
  private static final Set<String> REMOVALS = Set.of("Undo", "Delete");

  private final String signer;
  private final Optional<String> server;
  private final RemoteDocuments documents;
  private final List<JsonNode> related = new ArrayList<>();
  private int readings;

  /**
   * For the documents of one request.
   *
   * @param signer address of the actor who signed it
   */
  public OriginCheck(String signer, RemoteDocuments documents) {
    this.signer = signer;
    this.server = AccountAddresses.host(signer);
    this.documents = documents;
  }

  /** The documents of the accounts that a Move names, which show whether both agree. */
  public List<JsonNode> related() {
    return related;
  }

  @Override
  public ActivityStreamsObject apply(ActivityStreamsObject document) {
    ActivityStreamsObject own = isBySigner(document) ? document : confirmed(document);
    if (own.types().contains("Move")) {
      Stream.of("object", "target").flatMap(field -> own.all(field).stream()).forEach(this::relate);
    }
    return withOrigins(own, own.equals(document) ? server : host(own));
  }

  private boolean isBySigner(ActivityStreamsObject document) {
    Optional<AccountId> account = AccountAddresses.accountOf(signer);
    boolean isItsIdUsed = Collections.disjoint(document.types(), REMOVALS);
    return account.isPresent()
        && (!isItsIdUsed || isFrom(server, document))
        && makers(document)
            .allMatch(maker -> maker.flatMap(AccountAddresses::accountOf).equals(account));
  }

  /** The addresses of whoever made it; of an actor or a bare tombstone its own. */
  private static Stream<Optional<String>> makers(ActivityStreamsObject thing) {
    List<ActivityStreamsObject> stated =
        Stream.of("actor", "attributedTo")
            .map(thing::all)
            .filter(those -> !those.isEmpty())
            .findFirst()
            .filter(_ -> ActorType.of(thing.types()).isEmpty())
            .orElse(List.of(thing));
    return stated.stream().map(ActivityStreamsObject::id);
  }

  /** Whether a server answers for it: both it and all who made it are there. */
  private static boolean isFrom(Optional<String> server, ActivityStreamsObject thing) {
    return server.isPresent()
        && (thing.id().isEmpty() || host(thing).equals(server))
        && makers(thing).allMatch(maker -> maker.flatMap(AccountAddresses::host).equals(server));
  }

  private static Optional<String> host(ActivityStreamsObject thing) {
    return thing.id().flatMap(AccountAddresses::host);
  }

  /** What an activity encloses becomes an activity or a profile, too. */
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
    List<JsonNode> enclosed = new ArrayList<>();
    for (ActivityStreamsObject each : thing.all(field)) {
      boolean isFound = !each.node().isObject() || isFrom(itsServer, each);
      ActivityStreamsObject own = isFound ? each : confirmed(each);
      enclosed.add(withOrigins(own, isFound ? itsServer : host(own)).node());
    }
    return thing.with(field, enclosed);
  }

  /** The document as its own server has it. */
  private ActivityStreamsObject confirmed(ActivityStreamsObject thing) {
    Optional<String> itsServer = host(thing);
    if (!isFrom(itsServer, thing) || readings++ == MAX_READINGS) {
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

  private void relate(ActivityStreamsObject actor) {
    try {
      related.add(confirmed(ActivityStreamsObject.at(actor.id().orElse(""))).node());
    } catch (UnparsableException | OriginUnavailableException unknown) {
      return; // a move that cannot be seen is no evidence
    }
  }
}
