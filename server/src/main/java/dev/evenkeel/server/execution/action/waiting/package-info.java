/** Waiting until something holds. */
@NullMarked
package dev.evenkeel.server.execution.action.waiting;

import org.jspecify.annotations.NullMarked;
