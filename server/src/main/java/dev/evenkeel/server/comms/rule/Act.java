package dev.evenkeel.server.comms.rule;

/**
 * What a rule does about an event.
 *
 * @param key {@code rule/ID/SEQ}: it is done once
 */
public record Act(String key, RuleTerms.Kind kind, String to, Event event) {}
