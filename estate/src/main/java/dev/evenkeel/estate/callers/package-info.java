/**
 * Who really calls whom: calls read from logs and traces, the systems behind them found by rules,
 * and compared with the dependencies that are declared. No I/O but the stream given, no clock.
 *
 * <p>{@link dev.evenkeel.estate.callers.CallReader} reads a file into {@link
 * dev.evenkeel.estate.callers.SeenCall}s; {@link dev.evenkeel.estate.callers.CallComparison} says
 * which of them nobody has declared.
 */
@NullMarked
package dev.evenkeel.estate.callers;

import org.jspecify.annotations.NullMarked;
