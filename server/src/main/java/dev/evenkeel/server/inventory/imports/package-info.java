/** Files of other systems: proposed first, then applied or discarded. */
@NullMarked
package dev.evenkeel.server.inventory.imports;

import org.jspecify.annotations.NullMarked;
