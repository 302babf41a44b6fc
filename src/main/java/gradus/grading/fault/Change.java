package gradus.grading.fault;

import gradus.expression.node.CallNode;
import gradus.expression.node.Listing;
import gradus.expression.node.Node;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One change of a formula.
 *
 * @param path where it is made, as places among children from the root
 * @param at what of the right formula is not as it should be
 * @param instead what takes the place of the node at the path
 * @param told what of {@code instead} tells this change from others of its kind at the same place; may be empty
 * @param weight how likely it is, against others
 * @param line the line of the listing called at the path, if it is made in there
 */
record Change(
        FaultKind kind,
        int[] path,
        Node at,
        Node instead,
        String told,
        double weight,
        @Nullable InLine line) {
    /**
     * A change within one line of a listing.
     *
     * @param path where in the line's formula
     * @param formula what the line reads now
     * @param right the line's formula as people are shown it
     * @param changed what it reads now, as people are shown it
     * @param name the listing's and the line's: {@code adam.v}
     */
    record InLine(Listing.Line line, int[] path, Node formula, Node right, Node changed, String name) {}

    Node of(Node root) {
        return Trees.replaced(root, path, 0, line == null ? instead : within(line, Trees.at(root, path)));
    }

    /** The call as it reads now with this change; another line of its listing may be changed already. */
    private Node within(InLine place, Node now) {
        Listing listing = now instanceof CallNode call ? call.listing() : null;
        return now instanceof CallNode call
                        && listing != null
                        && place.formula() != place.line().formula()
                ? call.withListing(listing.with(place.line(), place.formula()))
                : instead;
    }

    /** Whether both can be made at once, neither within the other. */
    boolean isApartFrom(Change other) {
        if (line != null && other.line != null && Arrays.equals(path, other.path)) {
            return line.line() != other.line.line()
                    && line.formula() != line.line().formula();
        }
        int common = Math.min(path.length, other.path.length);
        for (int i = 0; i < common; i++) {
            if (path[i] != other.path[i]) {
                return true;
            }
        }
        return false;
    }
}
