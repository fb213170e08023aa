package dev.kith.ingest.activitystreams;

import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everybody who occurs in one activity: who acts, and to whom they turn. */
final class Company {
  /** More than that is a mailing, and no record could hold it. */
  private static final int MOST_RECIPIENTS = 1000;

  private final Frame frame;
  private final ActorDocuments documents;
  private final Instant at;
  private final List<Profile> profiles = new ArrayList<>();
  private final Map<String, String> towards = new LinkedHashMap<>();
  private String actor = "";
  private String server = "";
  private boolean machine;

  Company(Frame frame, Instant at) {
    this.frame = frame;
    this.documents = new ActorDocuments(frame);
    this.at = at;
  }

  /** The first person among them acts, else the first; the others did it together. */
  void acting(List<Thing> actors) {
    List<Thing> known =
        actors.stream()
            .filter(each -> accountOf(each).isPresent())
            .sorted(Comparator.comparing(Company::isToldNoPerson))
            .toList();
    for (Thing each : known) {
      if (actor.isEmpty()) {
        act(each, accountOf(each).orElseThrow());
      } else {
        turn("co-actor", each, accountOf(each).orElseThrow());
      }
    }
    if (actor.isEmpty()) {
      throw new Unclear(
          Stream.of("actor", "attributedTo")
              .flatMap(field -> frame.ignored().reason(field).stream())
              .findFirst()
              .orElse("actor: expected who did it, by the address of an account, found none"));
    }
  }

  private void act(Thing first, AccountId account) {
    actor = account.toString();
    server = first.id().flatMap(Accounts::host).orElse("");
    meet(first, account, Asserted.SELF);
    machine = kindOf(first) == AccountKind.BOT || kindOf(first) == AccountKind.LIST;
  }

  private static Optional<AccountId> accountOf(Thing thing) {
    return thing.id().flatMap(Accounts::at);
  }

  private static boolean isToldNoPerson(Thing thing) {
    return kindOf(thing) != AccountKind.PERSON;
  }

  /** Turns to everything that is an account by its type or by the form of its address. */
  void turnToTold(String kind, List<Thing> things) {
    things.stream().filter(Company::isTold).forEach(thing -> turnTo(kind, thing));
  }

  /** Turns to things that are accounts, whatever their addresses look like. */
  void turnTo(String kind, List<Thing> things) {
    things.stream()
        .filter(thing -> isBare(thing.types()) || isTold(thing))
        .forEach(thing -> turnTo(kind, thing));
  }

  private void turnTo(String kind, Thing thing) {
    String address = thing.id().orElse("");
    boolean isNameless = address.isEmpty() && thing.node().isObject();
    if (isNameless || Addressing.isPublic(address) || Accounts.isCollection(address)) {
      return;
    }
    Accounts.at(address)
        .ifPresentOrElse(
            account -> turn(kind, thing, account),
            () -> frame.ignored().add(kind, "the address of an account", thing.node()));
  }

  private void turn(String kind, Thing thing, AccountId account) {
    meet(thing, account, Asserted.OTHERS);
    if (kindOf(thing) == AccountKind.PERSON) {
      towards.putIfAbsent(account.toString(), kind);
    }
  }

  private void meet(Thing thing, AccountId account, Asserted asserted) {
    profiles.add(documents.inPassing(thing, account, asserted, at));
  }

  /** Whether a thing is an account by its type or by the form of its address. */
  static boolean isTold(Thing thing) {
    Set<String> types = thing.types();
    return isBare(types)
        ? thing.id().filter(Accounts::isTold).isPresent()
        : ActorType.among(types).isPresent();
  }

  /** Whether only an address is given, and not what is there. */
  private static boolean isBare(Set<String> types) {
    return types.isEmpty() || types.contains("Mention") || types.contains("Link");
  }

  private static AccountKind kindOf(Thing thing) {
    return ActorType.among(thing.types()).map(ActorType::kind).orElse(AccountKind.PERSON);
  }

  /** Writes them into the activity. */
  void enter(Activity.Builder activity) {
    activity
        .setActor(actor)
        .setAutomated(machine || towards.size() > MOST_RECIPIENTS)
        .setContext(server.isEmpty() ? null : server)
        .setTowards(
            towards.entrySet().stream()
                .limit(MOST_RECIPIENTS)
                .map(entry -> new Towards(entry.getKey(), entry.getValue()))
                .toList());
  }

  /** Of everybody met. */
  List<Profile> profiles() {
    return profiles;
  }
}
