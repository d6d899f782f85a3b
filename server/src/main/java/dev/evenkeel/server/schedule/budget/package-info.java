/**
 * What upgrades cost: approved by a second person before anybody is bound by it, spent against what
 * was planned, held against the periods of budgets.
 */
@NullMarked
package dev.evenkeel.server.schedule.budget;

import org.jspecify.annotations.NullMarked;
