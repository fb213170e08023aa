package dev.kith.indexing.text;

/**
 * A word of running text.
 *
 * @param text in lower case
 * @param isName whether it is written like a name: capital inside a sentence, or several capitals
 * @param isTitle whether it stands in the title
 * @param startsPhrase whether no phrase reaches back over it: punctuation or something else than
 *     prose stands before it
 */
record TextToken(String text, boolean isName, boolean isTitle, boolean startsPhrase) {}
