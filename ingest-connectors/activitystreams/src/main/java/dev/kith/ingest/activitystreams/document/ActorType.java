package dev.kith.ingest.activitystreams.document;

import dev.kith.schemas.AccountKind;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The types of actors. */
public enum ActorType {
  PERSON("Person", AccountKind.PERSON),
  SERVICE("Service", AccountKind.BOT),
  APPLICATION("Application", AccountKind.BOT),
  GROUP("Group", AccountKind.LIST),
  ORGANIZATION("Organization", AccountKind.ORGANISATION);

  private final String type;
  private final AccountKind kind;

  ActorType(String type, AccountKind kind) {
    this.type = type;
    this.kind = kind;
  }

  /** The actor type among the types. */
  public static Optional<ActorType> of(Set<String> types) {
    return Stream.of(values()).filter(actor -> types.contains(actor.type)).findFirst();
  }

  /** The kind of account. */
  public AccountKind kind() {
    return kind;
  }
}
