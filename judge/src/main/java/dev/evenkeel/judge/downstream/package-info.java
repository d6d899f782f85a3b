/**
 * What a faster version does to those who take its work: who is overrun first, at which share of
 * the traffic, and the throttle to set.
 */
@NullMarked
package dev.evenkeel.judge.downstream;

import org.jspecify.annotations.NullMarked;
