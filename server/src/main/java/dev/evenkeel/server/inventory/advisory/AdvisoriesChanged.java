package dev.evenkeel.server.inventory.advisory;

/** Something new is known of vulnerabilities. Published in the same transaction. */
public record AdvisoriesChanged(int advisories) {}
