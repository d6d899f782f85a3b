package dev.evenkeel.server.comms.draft;

/** A message as it would be sent. */
public record Draft(String subject, String text) {}
