/**
 * Lifecycle dates of products, matched to the systems of the estate, and the backlog made of them.
 */
@NullMarked
package dev.evenkeel.server.inventory.lifecycle;

import org.jspecify.annotations.NullMarked;
