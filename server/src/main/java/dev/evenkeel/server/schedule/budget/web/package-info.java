/** Pages and HTTP of budgets, costs and spending. */
@NullMarked
package dev.evenkeel.server.schedule.budget.web;

import org.jspecify.annotations.NullMarked;
