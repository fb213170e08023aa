package dev.kith.ingest.activitystreams.activity;

import dev.kith.ingest.activitystreams.document.AccountAddresses;
import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.ingest.activitystreams.document.UnparsableException;
import dev.kith.ingest.activitystreams.document.WebAddress;
import dev.kith.schemas.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether an actor may change an object, as far as the document tells. */
public enum ChangeAuthority {
  /** The actor is the owner by the address of the object, or is the server itself. */
  PROVEN,

  /** The object is on the actor's server; the owner is unknown. */
  CLAIMED,

  /** The object is on another server than the actor. */
  ELSEWHERE;

  private static final String MISMATCH = "actor: expected whose it is, found another";
  private static final Set<String> SERVER_PATHS =
      Set.of("", "/", "/actor", "/relay", "/internal/fetch");

  /**
   * The authority of an actor over an object.
   *
   * @param id of the thing
   * @param stated whose it is, as the document says
   */
  static ChangeAuthority of(
      String id, ActivityStreamsObject actor, List<ActivityStreamsObject> stated) {
    AccountId account = account(actor);
    if (isServersOwn(actor, id)) {
      return PROVEN;
    }
    if (!stated.isEmpty() && stated.stream().noneMatch(owner -> isAccount(owner, account))) {
      throw new UnparsableException(MISMATCH);
    }
    Optional<String> server = actor.id().flatMap(AccountAddresses::host);
    Optional<String> other = AccountAddresses.host(id);
    if (server.isEmpty() || other.isEmpty()) {
      return CLAIMED;
    }
    return server.equals(other) ? onItsServer(id, actor, account) : ELSEWHERE;
  }

  private static ChangeAuthority onItsServer(
      String id, ActivityStreamsObject actor, AccountId account) {
    if (isPartOf(id, actor.id().orElse(""))) {
      return PROVEN;
    }
    Optional<AccountId> owner = AccountAddresses.ownerOf(id).flatMap(AccountAddresses::accountOf);
    if (owner.isPresent() && !owner.get().equals(account)) {
      throw new UnparsableException(MISMATCH);
    }
    return owner.isPresent() ? PROVEN : CLAIMED;
  }

  /** Whether the address alone tells that an account owns the object. */
  public static boolean isOwnedBy(String id, String account) {
    return AccountAddresses.ownerOf(id)
        .flatMap(AccountAddresses::accountOf)
        .filter(owner -> owner.toString().equals(account))
        .isPresent();
  }

  /**
   * Refuses an object that is published by another server than its author's: it would replace what
   * the author wrote.
   *
   * @param id of the thing
   * @param makers who publishes it
   * @param stated whose it is, as the document says
   */
  static void checkMaker(
      String id, List<ActivityStreamsObject> makers, List<ActivityStreamsObject> stated) {
    Set<String> servers = hosts(makers);
    Set<String> owners = hosts(stated);
    boolean isFarThing =
        AccountAddresses.host(id).filter(host -> !servers.contains(host)).isPresent();
    if (isFarThing
        && !servers.isEmpty()
        && !owners.isEmpty()
        && owners.stream().noneMatch(servers::contains)) {
      throw new UnparsableException(MISMATCH);
    }
  }

  private static Set<String> hosts(List<ActivityStreamsObject> accounts) {
    return accounts.stream()
        .flatMap(account -> account.id().flatMap(AccountAddresses::host).stream())
        .collect(Collectors.toSet());
  }

  /** Refuses an actor that is neither the account nor its server. */
  static void check(ActivityStreamsObject actor, ActivityStreamsObject account) {
    if (!isAccount(account, account(actor)) && !isServersOwn(actor, account.id().orElse(""))) {
      throw new UnparsableException(MISMATCH);
    }
  }

  private static AccountId account(ActivityStreamsObject actor) {
    return actor
        .id()
        .flatMap(AccountAddresses::accountOf)
        .orElseThrow(
            () ->
                new UnparsableException(
                    "actor: expected who did it, by the address of an account, found none"));
  }

  private static boolean isAccount(ActivityStreamsObject thing, AccountId account) {
    return thing.id().flatMap(AccountAddresses::accountOf).filter(account::equals).isPresent();
  }

  private static boolean isPartOf(String id, String address) {
    return id.length() > address.length()
        && id.startsWith(address)
        && "/#?".indexOf(id.charAt(address.length())) >= 0;
  }

  /** Whether the actor is the application by which a server acts; a user's bot is a Service. */
  private static boolean isServersOwn(ActivityStreamsObject actor, String id) {
    Optional<WebAddress> address = actor.id().flatMap(WebAddress::of);
    return address.isPresent()
        && AccountAddresses.host(id).filter(address.get().authority()::equals).isPresent()
        && (actor.types().contains("Application")
            || (address.get().isPathOnly() && SERVER_PATHS.contains(address.get().path())));
  }
}
