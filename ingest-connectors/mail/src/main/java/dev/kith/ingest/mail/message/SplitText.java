package dev.kith.ingest.mail.message;

/**
 * The parts of the text of a mail.
 *
 * @param text the author's own words
 * @param quoted quotations and the lines that introduce them
 * @param signature signature, list footer, "Sent from my …"
 */
record SplitText(String text, String quoted, String signature) {}
