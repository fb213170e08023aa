package dev.kith.identity;

/**
 * Names of nodes in the evidence graph: an account by its id, an identifier behind an equals sign.
 */
final class Node {
  private static final char IDENTIFIER = '=';

  private Node() {}

  static String of(String identifier) {
    return IDENTIFIER + identifier;
  }

  static boolean isIdentifier(String node) {
    return node.charAt(0) == IDENTIFIER;
  }

  /** The identifier of a node that is one. */
  static String identifier(String node) {
    return node.substring(1);
  }
}
