package dev.kith.identity;

/** What reaches a person. */
sealed interface PersonNews {

  /** An account is theirs, or says something new of itself. */
  record Joined(Member member) implements PersonNews {}

  /** An account is no longer theirs. */
  record Left(String account) implements PersonNews {}

  /** Why their accounts are one person, and what was refused. */
  record Explained(Findings findings) implements PersonNews {}
}
