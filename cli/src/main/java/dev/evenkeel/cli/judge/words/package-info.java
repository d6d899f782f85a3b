/** Verdicts in the words of people and programs. */
@NullMarked
package dev.evenkeel.cli.judge.words;

import org.jspecify.annotations.NullMarked;
