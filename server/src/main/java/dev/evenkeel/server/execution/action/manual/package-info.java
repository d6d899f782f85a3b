/** The action {@code manual}. */
@NullMarked
package dev.evenkeel.server.execution.action.manual;

import org.jspecify.annotations.NullMarked;
