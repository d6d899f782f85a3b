/** From YAML to values that remember where they stood. */
@NullMarked
package dev.evenkeel.runbook.yaml;

import org.jspecify.annotations.NullMarked;
