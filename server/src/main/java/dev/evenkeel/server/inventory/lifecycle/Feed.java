package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * Lifecycle data that was loaded.
 *
 * @param origin a file or an address
 * @param product of a feed with one product whose text does not name it
 * @param products how many were taken
 * @param rejected how many products and release lines were not
 */
public record Feed(
    long id,
    Instant at,
    Actor actor,
    String origin,
    Optional<String> product,
    int products,
    int rejected) {}
