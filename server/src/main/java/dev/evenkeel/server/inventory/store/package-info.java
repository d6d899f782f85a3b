@NullMarked
package dev.evenkeel.server.inventory.store;

import org.jspecify.annotations.NullMarked;
