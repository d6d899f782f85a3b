/** Looking and judging. */
@NullMarked
package dev.evenkeel.server.health.watch;

import org.jspecify.annotations.NullMarked;
