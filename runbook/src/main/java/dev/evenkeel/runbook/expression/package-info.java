/** What stands in {@code ${…}} and after {@code when}: taken apart, and filled in. */
@NullMarked
package dev.evenkeel.runbook.expression;

import org.jspecify.annotations.NullMarked;
