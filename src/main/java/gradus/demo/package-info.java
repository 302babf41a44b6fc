/** A course of examples: a class of students with past exams, to be looked at and to be taken away again. */
@NullMarked
package gradus.demo;

import org.jspecify.annotations.NullMarked;
