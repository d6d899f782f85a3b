/**
 * The words of every action and metric source: one record each, its components being the keys a
 * runbook may use. The reader checks runbooks by them, the JSON Schema is made from them, and the
 * server binds arguments to them.
 */
@NullMarked
package dev.evenkeel.runbook.words;

import org.jspecify.annotations.NullMarked;
