package dev.kith.ingest.activitystreams.activity;

import dev.kith.ingest.activitystreams.document.AccountAddresses;
import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.ingest.activitystreams.document.ActorType;
import dev.kith.ingest.activitystreams.document.UnparsableException;
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

/** Collects the accounts of one activity: the actor and the recipients, with a profile of each. */
final class ActivityParticipants {
  /** An activity with more recipients is automated, and its record would be too large. */
  private static final int MAX_RECIPIENTS = 1000;

  private final ParseContext context;
  private final ActorProfiles documents;
  private final Instant at;
  private final List<Profile> profiles = new ArrayList<>();
  private final Map<String, String> towards = new LinkedHashMap<>();
  private String actor = "";
  private String server = "";
  private boolean machine;

  ActivityParticipants(ParseContext context, Instant at) {
    this.context = context;
    this.documents = new ActorProfiles(context);
    this.at = at;
  }

  /** Sets the actor: the first person, else the first account. The others become co-actors. */
  void addActors(List<ActivityStreamsObject> actors) {
    List<ActivityStreamsObject> known =
        actors.stream()
            .filter(each -> accountOf(each).isPresent())
            .sorted(Comparator.comparing(ActivityParticipants::isToldNoPerson))
            .toList();
    for (ActivityStreamsObject each : known) {
      if (actor.isEmpty()) {
        act(each, accountOf(each).orElseThrow());
      } else {
        addRecipient("co-actor", each, accountOf(each).orElseThrow());
      }
    }
    if (actor.isEmpty()) {
      throw new UnparsableException(
          Stream.of("actor", "attributedTo")
              .flatMap(field -> context.ignored().reason(field).stream())
              .findFirst()
              .orElse("actor: expected who did it, by the address of an account, found none"));
    }
  }

  private void act(ActivityStreamsObject first, AccountId account) {
    actor = account.toString();
    server = first.id().flatMap(AccountAddresses::host).orElse("");
    addProfile(first, account, Asserted.SELF);
    machine = kindOf(first) == AccountKind.BOT || kindOf(first) == AccountKind.LIST;
  }

  private static Optional<AccountId> accountOf(ActivityStreamsObject thing) {
    return thing.id().flatMap(AccountAddresses::accountOf);
  }

  private static boolean isToldNoPerson(ActivityStreamsObject thing) {
    return kindOf(thing) != AccountKind.PERSON;
  }

  /** Adds the objects that are accounts by their type or by the form of their address. */
  void addAccounts(String kind, List<ActivityStreamsObject> things) {
    things.stream()
        .filter(ActivityParticipants::isAccount)
        .forEach(thing -> addRecipient(kind, thing));
  }

  /** Adds objects that are accounts, whatever their addresses look like. */
  void addRecipients(String kind, List<ActivityStreamsObject> things) {
    things.stream()
        .filter(thing -> isBare(thing.types()) || isAccount(thing))
        .forEach(thing -> addRecipient(kind, thing));
  }

  private void addRecipient(String kind, ActivityStreamsObject thing) {
    String address = thing.id().orElse("");
    boolean isNameless = address.isEmpty() && thing.node().isObject();
    if (isNameless || Addressing.isPublic(address) || AccountAddresses.isCollection(address)) {
      return;
    }
    AccountAddresses.accountOf(address)
        .ifPresentOrElse(
            account -> addRecipient(kind, thing, account),
            () -> context.ignored().add(kind, "the address of an account", thing.node()));
  }

  private void addRecipient(String kind, ActivityStreamsObject thing, AccountId account) {
    addProfile(thing, account, Asserted.OTHERS);
    if (kindOf(thing) == AccountKind.PERSON) {
      towards.putIfAbsent(account.toString(), kind);
    }
  }

  private void addProfile(ActivityStreamsObject thing, AccountId account, Asserted asserted) {
    profiles.add(documents.mentioned(thing, account, asserted, at));
  }

  /** Whether an object is an account by its type or by the form of its address. */
  static boolean isAccount(ActivityStreamsObject thing) {
    Set<String> types = thing.types();
    return isBare(types)
        ? thing.id().filter(AccountAddresses::isAccountAddress).isPresent()
        : ActorType.of(types).isPresent();
  }

  /** Whether only an address is given. */
  private static boolean isBare(Set<String> types) {
    return types.isEmpty() || types.contains("Mention") || types.contains("Link");
  }

  private static AccountKind kindOf(ActivityStreamsObject thing) {
    return ActorType.of(thing.types()).map(ActorType::kind).orElse(AccountKind.PERSON);
  }

  /** Sets actor and recipients of an activity. */
  void applyTo(Activity.Builder activity) {
    activity
        .setActor(actor)
        .setAutomated(machine || towards.size() > MAX_RECIPIENTS)
        .setContext(server.isEmpty() ? null : server)
        .setTowards(
            towards.entrySet().stream()
                .limit(MAX_RECIPIENTS)
                .map(entry -> new Towards(entry.getKey(), entry.getValue()))
                .toList());
  }

  /** A profile of each account. */
  List<Profile> profiles() {
    return profiles;
  }
}
