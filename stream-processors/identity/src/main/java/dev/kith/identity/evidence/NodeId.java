package dev.kith.identity.evidence;

/**
 * Ids of nodes in the evidence graph: the id of an account, or an identifier behind an equals sign.
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
