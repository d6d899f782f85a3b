/** From a runbook as written to the runbook that is meant: defaults filled in, units made one. */
@NullMarked
package dev.evenkeel.runbook.assembly;

import org.jspecify.annotations.NullMarked;
