package gradus.grading.fault;

import gradus.expression.node.Node;

/**
 * One change of a formula.
 *
 * @param path where it is made, as places among children from the root
 * @param at what of the right formula is not as it should be
 * @param instead what takes the place of the node at the path
 * @param told what of {@code instead} tells this change from others of its kind at the same place; may be empty
 * @param weight how likely it is, against others
 */
record Change(FaultKind kind, int[] path, Node at, Node instead, String told, double weight) {
    Node of(Node root) {
        return Trees.replaced(root, path, 0, instead);
    }

    /** Whether both can be made at once, neither within the other. */
    boolean isApartFrom(Change other) {
        int common = Math.min(path.length, other.path.length);
        for (int i = 0; i < common; i++) {
            if (path[i] != other.path[i]) {
                return true;
            }
        }
        return false;
    }
}
