package dev.kith.ingest.mail.mbox;

import java.io.ByteArrayOutputStream;

/** How an mbox quotes lines of a message that begin with {@code From }. */
public enum MboxFormat {
  /** Detected for each message. */
  AUTO,
  /** {@code From } became {@code >From }. */
  MBOXO,
  /** As mboxo, and {@code >From } became {@code >>From }, so that it can be undone. */
  MBOXRD,
  /** As mboxrd, and Content-Length says where a message ends. */
  MBOXCL,
  /** Nothing is changed; Content-Length alone says where a message ends. */
  MBOXCL2;

  private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

  boolean countsBytes() {
    return this != MBOXO && this != MBOXRD;
  }

  /**
   * Removes the quoting of {@code From } lines.
   *
   * @param counted whether its end was found by Content-Length
   */
  byte[] unquoted(byte[] message, boolean counted) {
    boolean untouched = this == MBOXCL2 || (this == AUTO && counted && hasBareFrom(message));
    return untouched || !hasQuotedFrom(message) ? message : unquoted(message);
  }

  private byte[] unquoted(byte[] message) {
    var clean = new ByteArrayOutputStream(message.length);
    int from = 0;
    while (from < message.length) {
      int marks = marksBeforeFrom(message, from);
      boolean quoted = this == MBOXO ? marks == 1 : marks >= 1;
      int start = quoted ? from + 1 : from;
      int end = lineEnd(message, from);
      clean.write(message, start, end - start);
      from = end;
    }
    return clean.toByteArray();
  }

  private static boolean hasQuotedFrom(byte[] message) {
    for (int from = 0; from < message.length; from = lineEnd(message, from)) {
      if (message[from] == '>' && marksBeforeFrom(message, from) > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasBareFrom(byte[] message) {
    for (int from = 0; from < message.length; from = lineEnd(message, from)) {
      if (marksBeforeFrom(message, from) == 0) {
        return true;
      }
    }
    return false;
  }

  /** How many {@code >} stand before {@code From } at the start of a line, or -1. */
  private static int marksBeforeFrom(byte[] message, int at) {
    int marks = 0;
    while (at + marks < message.length && message[at + marks] == '>') {
      marks++;
    }
    for (int i = 0; i < FROM.length; i++) {
      if (at + marks + i >= message.length || message[at + marks + i] != FROM[i]) {
        return -1;
      }
    }
    return marks;
  }

  private static int lineEnd(byte[] message, int from) {
    int end = from;
    while (end < message.length && message[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, message.length);
  }
}
