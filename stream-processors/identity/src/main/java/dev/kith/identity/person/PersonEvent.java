package dev.kith.identity.person;

import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.evidence.Findings;

/** What reaches a person. */
public sealed interface PersonEvent {

  /** An account is theirs, or says something new of itself. */
  record Joined(AccountProfile member) implements PersonEvent {}

  /** An account is no longer theirs. */
  record Left(String account) implements PersonEvent {}

  /** Why their accounts are one person, and what was refused. */
  record Explained(Findings findings) implements PersonEvent {}
}
