/**
 * Users who cannot get through: who keeps trying and never completes, told from who went away.
 * docs/watch.md has the rules.
 */
@NullMarked
package dev.evenkeel.judge.journey;

import org.jspecify.annotations.NullMarked;
