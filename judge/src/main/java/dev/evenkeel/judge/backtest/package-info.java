/** How good rules and judges are, told from cases of which the truth is known. No I/O, no clock. */
@NullMarked
package dev.evenkeel.judge.backtest;

import org.jspecify.annotations.NullMarked;
