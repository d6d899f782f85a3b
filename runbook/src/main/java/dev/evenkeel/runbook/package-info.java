/**
 * The runbook language {@code evenkeel/v1}: what a runbook may say, read from YAML with line-exact
 * errors, linted, and published as JSON Schema. No I/O, no clock: text in, records and findings
 * out.
 */
@NullMarked
package dev.evenkeel.runbook;

import org.jspecify.annotations.NullMarked;
