/** How single values are written: numbers, durations, shares, words. */
@NullMarked
package dev.evenkeel.runbook.grammar;

import org.jspecify.annotations.NullMarked;
