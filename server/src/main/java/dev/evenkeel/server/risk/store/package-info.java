@NullMarked
package dev.evenkeel.server.risk.store;

import org.jspecify.annotations.NullMarked;
