package dev.kith.indexing.text;

/**
 * A word of running text.
 *
 * @param text in lower case
 * @param name whether it is written like a name: capital inside a sentence, or several capitals
 * @param title whether it stands in the title
 * @param begins whether no phrase reaches back over it: punctuation or something else than prose
 *     stands before it
 */
record TextToken(String text, boolean name, boolean title, boolean begins) {}
