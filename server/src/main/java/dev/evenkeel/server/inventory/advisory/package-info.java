/** Advisories that were imported, and which systems of the estate they are true for. */
@NamedInterface("advisory")
@NullMarked
package dev.evenkeel.server.inventory.advisory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
