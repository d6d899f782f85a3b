/** The action {@code wait}. */
@NullMarked
package dev.evenkeel.server.execution.action.waiting;

import org.jspecify.annotations.NullMarked;
