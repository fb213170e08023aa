package dev.kith.identity;

import java.util.List;
import java.util.SortedMap;

/**
 * A part of the evidence graph that no bond leaves: what has to be clustered together.
 *
 * @param accounts with their facts
 * @param bonds between its nodes
 * @param differences that touch its accounts; the other end may lie outside
 */
record Component(
    SortedMap<String, Facts> accounts, List<Bond> bonds, List<Difference> differences) {}
