package dev.kith.identity.evidence;

/**
 * Names of nodes in the evidence graph: an account by its id, an identifier behind an equals sign.
 */
public final class NodeId {
  private static final char IDENTIFIER = '=';

  private NodeId() {}

  public static String of(String identifier) {
    return IDENTIFIER + identifier;
  }

  public static boolean isIdentifier(String node) {
    return node.charAt(0) == IDENTIFIER;
  }

  /** The identifier of a node that is one. */
  static String identifier(String node) {
    return node.substring(1);
  }
}
