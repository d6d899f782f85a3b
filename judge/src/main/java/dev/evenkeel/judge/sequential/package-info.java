/**
 * Verdicts that may be looked at after every sample: the new version beside the old one.
 * docs/judge.md has the mathematics.
 */
@NullMarked
package dev.evenkeel.judge.sequential;

import org.jspecify.annotations.NullMarked;
