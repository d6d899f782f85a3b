package dev.evenkeel.server.inventory;

/** Documents of the estate were added, changed or removed. Published in the same transaction. */
public record EstateChanged(ChangeNote change) {}
