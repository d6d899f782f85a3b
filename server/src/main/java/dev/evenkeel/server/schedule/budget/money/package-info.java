/** What costs are, how they differ, and what is left of money. No clock, no database. */
@NullMarked
package dev.evenkeel.server.schedule.budget.money;

import org.jspecify.annotations.NullMarked;
