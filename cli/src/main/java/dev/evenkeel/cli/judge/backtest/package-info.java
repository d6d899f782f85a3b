/** {@code evenkeel judge backtest}: what the rules of a runbook would have done in past weeks. */
@NullMarked
package dev.evenkeel.cli.judge.backtest;

import org.jspecify.annotations.NullMarked;
