package dev.kith.ingest.activitystreams;

import dev.kith.schemas.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether who changes or takes back a thing is whom the thing is, as the document alone tells. */
enum Authority {
  /** The address says whose it is, or the server itself acts. */
  PROVEN,

  /** It is on the actor's server, and nothing says whose it is. */
  CLAIMED,

  /** It is on another server than the actor. */
  ELSEWHERE;

  private static final String MISMATCH = "actor: expected whose it is, found another";
  private static final Set<String> SERVER_PATHS =
      Set.of("", "/", "/actor", "/relay", "/internal/fetch");

  /**
   * The authority of an actor over a thing.
   *
   * @param id of the thing
   * @param stated whose it is, as the document says
   */
  static Authority over(String id, Thing actor, List<Thing> stated) {
    AccountId account = account(actor);
    if (isServersOwn(actor, id)) {
      return PROVEN;
    }
    if (!stated.isEmpty() && stated.stream().noneMatch(owner -> isAccount(owner, account))) {
      throw new Unclear(MISMATCH);
    }
    Optional<String> server = actor.id().flatMap(Accounts::host);
    Optional<String> other = Accounts.host(id);
    if (server.isEmpty() || other.isEmpty()) {
      return CLAIMED;
    }
    return server.equals(other) ? onItsServer(id, actor, account) : ELSEWHERE;
  }

  private static Authority onItsServer(String id, Thing actor, AccountId account) {
    if (isPartOf(id, actor.id().orElse(""))) {
      return PROVEN;
    }
    Optional<AccountId> owner = Accounts.ownerOf(id).flatMap(Accounts::at);
    if (owner.isPresent() && !owner.get().equals(account)) {
      throw new Unclear(MISMATCH);
    }
    return owner.isPresent() ? PROVEN : CLAIMED;
  }

  /**
   * Whether an address alone tells that a thing is an account's, so that nobody else can say so.
   */
  static boolean isTold(String id, String account) {
    return Accounts.ownerOf(id)
        .flatMap(Accounts::at)
        .filter(owner -> owner.toString().equals(account))
        .isPresent();
  }

  /**
   * Refuses who publishes a thing of another server as somebody else's: it would stand in the place
   * of what its author wrote.
   *
   * @param id of the thing
   * @param makers who publishes it
   * @param stated whose it is, as the document says
   */
  static void checkMaker(String id, List<Thing> makers, List<Thing> stated) {
    Set<String> servers = hosts(makers);
    Set<String> owners = hosts(stated);
    boolean isFarThing = Accounts.host(id).filter(host -> !servers.contains(host)).isPresent();
    if (isFarThing
        && !servers.isEmpty()
        && !owners.isEmpty()
        && owners.stream().noneMatch(servers::contains)) {
      throw new Unclear(MISMATCH);
    }
  }

  private static Set<String> hosts(List<Thing> accounts) {
    return accounts.stream()
        .flatMap(account -> account.id().flatMap(Accounts::host).stream())
        .collect(Collectors.toSet());
  }

  /** Refuses who speaks for an account and is another, and not its server. */
  static void check(Thing actor, Thing account) {
    if (!isAccount(account, account(actor)) && !isServersOwn(actor, account.id().orElse(""))) {
      throw new Unclear(MISMATCH);
    }
  }

  private static AccountId account(Thing actor) {
    return actor
        .id()
        .flatMap(Accounts::at)
        .orElseThrow(
            () ->
                new Unclear(
                    "actor: expected who did it, by the address of an account, found none"));
  }

  private static boolean isAccount(Thing thing, AccountId account) {
    return thing.id().flatMap(Accounts::at).filter(account::equals).isPresent();
  }

  private static boolean isPartOf(String id, String address) {
    return id.length() > address.length()
        && id.startsWith(address)
        && "/#?".indexOf(id.charAt(address.length())) >= 0;
  }

  /** Servers act through an application of their own; a bot of somebody's is a service. */
  private static boolean isServersOwn(Thing actor, String id) {
    Optional<WebAddress> address = actor.id().flatMap(WebAddress::of);
    return address.isPresent()
        && Accounts.host(id).filter(address.get().authority()::equals).isPresent()
        && (actor.types().contains("Application")
            || (address.get().isPathOnly() && SERVER_PATHS.contains(address.get().path())));
  }
}
