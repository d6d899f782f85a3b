/**
 * The formulas of risk. No clock, no database, no Spring: the same numbers give the same answer.
 */
@NamedInterface("reckon")
@NullMarked
package dev.evenkeel.server.risk.reckon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
