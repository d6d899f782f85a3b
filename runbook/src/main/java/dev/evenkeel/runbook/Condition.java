package dev.evenkeel.runbook;

/**
 * When a step is taken, such as {@code ${target.role} == primary and not ${inputs.quick}}.
 *
 * @param text as written; {@link Interpolation#holds} evaluates it
 */
public record Condition(String text, Where where) {}
