/**
 * What should be upgraded first, and why: every system that could move, ranked by risk and impact.
 */
@NullMarked
package dev.evenkeel.estate.backlog;

import org.jspecify.annotations.NullMarked;
