/** SQL of approvals of costs, and of what was spent. */
@NullMarked
package dev.evenkeel.server.schedule.budget.store;

import org.jspecify.annotations.NullMarked;
