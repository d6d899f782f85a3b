/** Until when each task is due. Pure: the same tasks and moments give the same days. */
@NullMarked
package dev.evenkeel.server.tasks.deadline;

import org.jspecify.annotations.NullMarked;
