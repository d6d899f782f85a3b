/**
 * What a runbook must keep to beyond its shape. One class a topic, each looking at the runbook as
 * written.
 */
@NullMarked
package dev.evenkeel.runbook.rules;

import org.jspecify.annotations.NullMarked;
