package dev.evenkeel.runbook;

/**
 * A use of an action in a runbook, {@code ${…}} still in it.
 *
 * @param type the action's name, such as {@code exec}
 * @param args what the runbook says about it
 */
public record ActionCall(String type, Value args, Where where) {}
