package gradus.bank;

import gradus.account.Viewer;

/** Says who may see a picture of a course. */
public interface PictureAudience {
    boolean admits(Viewer viewer, String course, String picture);
}
