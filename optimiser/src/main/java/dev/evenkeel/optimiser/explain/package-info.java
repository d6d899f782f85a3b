/** Why an upgrade stands where it does, or has no place. */
@NullMarked
package dev.evenkeel.optimiser.explain;

import org.jspecify.annotations.NullMarked;
