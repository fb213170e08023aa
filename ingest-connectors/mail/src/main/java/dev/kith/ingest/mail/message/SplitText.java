package dev.kith.ingest.mail.message;

/**
 * The text of a mail, split.
 *
 * @param text the author's own words
 * @param quoted others' words and the lines that introduce them
 * @param signature sender's card, list footer, advertisement of a telephone
 */
record SplitText(String text, String quoted, String signature) {}
