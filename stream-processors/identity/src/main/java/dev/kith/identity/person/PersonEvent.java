package dev.kith.identity.person;

import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.evidence.Findings;

/** A change of a person. */
public sealed interface PersonEvent {

  /** An account belongs to the person, or its profile has changed. */
  record Joined(AccountProfile member) implements PersonEvent {}

  /** An account does not belong to the person any more. */
  record Left(String account) implements PersonEvent {}

  /** The findings about the person have changed. */
  record Explained(Findings findings) implements PersonEvent {}
}
