package dev.kith.identity.matching;

/**
 * Every weight of the comparison, in bits: log2 of how many times likelier one person is than two.
 * What depends on how common a value is comes on top, from {@link NameFrequencies}.
 */
enum MatchWeight {
  SAME_LOGIN(16, "a platform gives a login to one account; some are given anew when left"),
  SAME_MAILBOX(14, "a tag behind a plus is the owner's choice, if the names agree"),
  PRIOR(-0.5, "an account has 0.7 others of the same person on average in the projects looked at"),
  SAME_HOME(2, "colleagues share a mail domain too, so it counts a quarter of what it would alone"),
  OTHER_NAME(-4, "one person in sixteen appears under two unlike full names"),
  LEFT_OUT(-1, "half of those who share all but a middle name are one person"),
  SHORT_GIVEN(
      -3, "of those whose given name is cut short most are somebody else: better to ask a person"),
  OTHER_SPELLING(
      -2, "three quarters of those whose names differ in a sound like that are two people"),
  ONE_WORD(-1, "half of those who write only a part of their name can be told by it"),
  GIVEN_NAME(-3, "a given name as a handle is shared with others of that name: better to ask"),
  STEM_ONLY(-2, "a handle without its digits is taken by four people on average"),
  FORM_STEM(-0.5, "digits after a spelt-out name are mostly added to a name that was taken"),
  FORM_INITIAL(-1, "half of the handles that spell only one name are somebody else's"),
  FORM_TITLE(-1, "half of the names behind a title are borrowed: a fan page, an office, a joke"),
  SAME_INITIAL(3.6, "one name in twelve begins with a given letter"),
  SAME_SHORT(5.6, "one name in fifty begins with the same few letters"),
  ABBREVIATED(4.3, "one name in twenty fits an abbreviation of the other part");

  private final double bits;

  private final String because;

  MatchWeight(double bits, String because) {
    this.bits = bits;
    this.because = because;
  }

  double bits() {
    return bits;
  }

  String because() {
    return because;
  }
}
