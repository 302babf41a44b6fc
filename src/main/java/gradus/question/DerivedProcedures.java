package gradus.question;

import java.util.List;

/**
 * Works out the wrong procedures that a file names by what was done to the key rather than by a formula of their own. It is
 * provided as a service of the platform, because the floor above knows how, and a question is drawn on this one.
 */
public interface DerivedProcedures {
    /** Those of a part that can be computed on a variant, with their answers. */
    List<Variant.Wrong> of(Variant variant, Part part);
}
