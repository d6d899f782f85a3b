/**
 * What the new version logs that the old one never did.
 *
 * <p>Log templates are found by masking what varies, and not by a library that clusters lines as
 * they come (Drain and its kin): there the template of a line depends on the lines before it, so
 * the same lines in another order would give another verdict.
 */
@NullMarked
package dev.evenkeel.judge.novelty;

import org.jspecify.annotations.NullMarked;
