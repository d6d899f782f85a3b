package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.server.shared.Actor;
import java.time.Instant;

/**
 * Rules of one's own for the way up of a product.
 *
 * @param text YAML as it was written
 */
public record OwnRule(String product, String text, Actor by, Instant at) {}
