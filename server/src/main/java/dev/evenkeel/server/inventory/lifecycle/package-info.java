/**
 * Lifecycle dates of products, matched to the systems of the estate, and the backlog made of them.
 */
@NamedInterface("lifecycle")
@NullMarked
package dev.evenkeel.server.inventory.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
