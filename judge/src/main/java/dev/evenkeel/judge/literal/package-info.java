/** Thresholds as their user stated them, with chance excluded. docs/watch.md has the formulas. */
@NullMarked
package dev.evenkeel.judge.literal;

import org.jspecify.annotations.NullMarked;
