package dev.kith.identity;

/**
 * What is remembered about a person besides the accounts.
 *
 * @param epoch of the store when the person was first met
 * @param count of published versions
 * @param alive false if the last published version had ended, or there was none
 * @param findings why the accounts are one
 */
record PersonState(long epoch, long count, boolean alive, Findings findings) {

  static PersonState fresh(long epoch) {
    return new PersonState(epoch, 0, false, Findings.NONE);
  }

  PersonState explained(Findings news) {
    return new PersonState(epoch, count, alive, news);
  }

  PersonState published(boolean nowAlive) {
    return new PersonState(epoch, count + 1, nowAlive, findings);
  }
}
